/** The server of a browser, as a worker; the pages of diagnostics are files of the extension. */
import { serveWorker } from '@oncall/language-server/browser';

declare const __VERSION__: string;
declare const self: Parameters<typeof serveWorker>[0] & { readonly location: { href: string } };

serveWorker(self, {
  version: __VERSION__,
  pageOf: (code) => new URL(`../diagnostics/${code}.md`, self.location.href).href,
});
