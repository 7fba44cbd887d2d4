/** The language server. */

export { serveStdio } from './node/serve-stdio.ts';
export { type Host, serve } from './server.ts';
