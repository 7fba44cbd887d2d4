/** The colours of the pictures, from those of the editor's theme. */

const colours: Readonly<Record<string, string>> = {
  paper: 'editor-background',
  ink: 'editor-foreground',
  quiet: 'descriptionForeground',
  line: 'editorWidget-border',
  shade: 'editorWidget-background',
  accent: 'textLink-foreground',
  danger: 'editorError-foreground',
  good: 'testing-iconPassed',
  warn: 'editorWarning-foreground',
  'hue-0': 'charts-blue',
  'hue-1': 'charts-green',
  'hue-2': 'charts-purple',
  'hue-3': 'charts-orange',
  'hue-4': 'terminal-ansiCyan',
  'hue-5': 'terminal-ansiMagenta',
  'hue-6': 'charts-yellow',
  'hue-7': 'terminal-ansiBrightBlue',
  'hue-8': 'terminal-ansiYellow',
  'hue-9': 'charts-lines',
};

const declarations = Object.entries(colours)
  .map(([name, colour]) => `--oncall-${name}:var(--vscode-${colour})`)
  .join(';');

export const theme = `
body { padding: 12px 16px; }
main { ${declarations}; }
section { margin-bottom: 20px; }
h2 { font-size: 1.1em; font-weight: 600; margin: 0 0 8px; }
svg { max-width: 100%; height: auto; border: 1px solid var(--vscode-editorWidget-border); border-radius: 8px; }
details { color: var(--vscode-descriptionForeground); margin-top: 6px; }
details p { white-space: pre-line; }
summary { cursor: pointer; }
.old { opacity: 0.6; }
.vscode-high-contrast main, .vscode-high-contrast-light main {
  --oncall-quiet: var(--vscode-editor-foreground);
  --oncall-line: var(--vscode-contrastBorder);
  --oncall-shade: var(--vscode-editor-background);
  --oncall-tint: 0;
  --oncall-edge: 1;
}
#hint { color: var(--vscode-descriptionForeground); }
`;
