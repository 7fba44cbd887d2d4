/** The extension's package, made from the sources as they are. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const extension = join(import.meta.dirname, '../../editor-extension');

/** Path of the .vsix; what is bundled in it lies beside it in the folder. */
export function packageExtension(folder: string): string {
  for (const script of ['bundle.mjs', 'package.mjs']) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder], {
      cwd: extension,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the extension could not be packed:\n${stdout}${stderr}`);
  }
  return join(folder, 'oncall.vsix');
}
