/** The preview's page: an empty frame, to which its script adds what it is sent. */
import { Uri, type Webview } from 'vscode';
import { theme } from './theme.ts';

export function pageOf(webview: Webview, extensionUri: Uri): string {
  const nonce = crypto.randomUUID();
  const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist/preview.js'));
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>oncall preview</title>
    <style nonce="${nonce}">${theme}</style>
  </head>
  <body>
    <p id="hint" hidden>Put the cursor into a plan, schedule, rotation or contact.</p>
    <main id="pictures" aria-live="polite"></main>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>
`;
}
