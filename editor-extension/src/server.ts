/** The server as the extension brings it, for where the workspace has none of its own. */
import { join } from 'node:path';
import { serveStdio } from '@oncall/language-server';

declare const __VERSION__: string;

serveStdio({ version: __VERSION__, pages: join(__dirname, 'diagnostics') });
