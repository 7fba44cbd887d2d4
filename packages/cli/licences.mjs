// The licences of what is bundled, which have to go where it goes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** From what esbuild tells of its builds, whose paths are relative to the folder. */
export function licencesOf(metafiles, folder) {
  const roots = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const root = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
        if (root !== undefined && bytesInOutput > 0) roots.add(join(folder, root));
      }
    }
  }
  // Many packages have the same text.
  const packages = new Map();
  for (const root of roots) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const text = textIn(root) ?? `Licence: ${license}`;
    packages.set(text, [...(packages.get(text) ?? []), `${name} ${version}`]);
  }
  const parts = [...packages].map(([text, names]) => `${names.sort().join('\n')}\n\n${text}\n`);
  return parts.sort().join(`\n${'-'.repeat(80)}\n\n`);
}

function textIn(root) {
  const names = readdirSync(root).filter((name) => /^(licen[cs]e|notice)/i.test(name));
  if (names.length === 0) return undefined;
  const texts = names.sort().map((name) => readFileSync(join(root, name), 'utf8').trim());
  return texts.join('\n\n');
}
