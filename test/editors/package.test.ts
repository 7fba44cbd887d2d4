/** What is in the extension's package, and that it holds together. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageExtension } from './package-extension.ts';

const folder = join(import.meta.dirname, '../../editor-extension');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

interface Manifest {
  readonly files: readonly string[];
  readonly main: string;
  readonly browser: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly problemMatchers: readonly [
      { readonly pattern: readonly { readonly regexp: string }[] },
    ];
  };
}

describe('the package', { timeout: 120_000 }, () => {
  const built = mkdtempSync(join(tmpdir(), 'oncall-vsix-'));
  let vsix: string;

  beforeAll(() => {
    vsix = packageExtension(built);
  }, 120_000);

  afterAll(() => rmSync(built, { recursive: true }));

  it('is less than a megabyte', () => {
    expect(statSync(vsix).size).toBeLessThan(1_000_000);
  });

  it('has the same bytes when it is made again', () => {
    const before = hashOf(vsix);
    expect(hashOf(packageExtension(built))).toBe(before);
  });

  it('holds every file that its manifest names', () => {
    const named = JSON.stringify({ ...manifest, files: [] }).matchAll(
      /"\.?\/?((?:dist|grammars|images|snippets|walkthrough)\/[^"]+)"/g,
    );
    for (const [, path = ''] of named) {
      const file = path.startsWith('dist/') ? join(built, path.slice(5)) : join(folder, path);
      expect(statSync(file).isFile()).toBe(true);
      expect(manifest.files.some((file) => path === file || path.startsWith(`${file}/`))).toBe(
        true,
      );
    }
  });
});

describe('the manifest', () => {
  const sources = ['begin', 'preview', 'tasks', 'tests', 'server-command', 'status'].map((name) =>
    readFileSync(join(folder, 'src', `${name}.ts`), 'utf8'),
  );

  it('names only commands that are there, and all of them', () => {
    const named = manifest.contributes.commands.map(({ command }) => command);
    const registered = sources.flatMap((text) =>
      [...text.matchAll(/registerCommand\(\s*'([^']+)'/g)].map(([, name]) => name as string),
    );
    expect([...named].sort()).toEqual([...registered].sort());
  });

  it('has every setting in the extension’s page', () => {
    const page = readFileSync(join(folder, 'README.md'), 'utf8');
    const settings = Object.keys(manifest.contributes.configuration.properties);
    expect(settings.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
  });

  it('finds problems in what the command line prints', () => {
    const [{ pattern }] = manifest.contributes.problemMatchers;
    const [head, place] = pattern.map(({ regexp }) => new RegExp(regexp));
    expect(head?.exec('error[dangling-contact]: No contact is named alise')?.slice(1)).toEqual([
      'error',
      'dangling-contact',
      'No contact is named alise',
    ]);
    expect(place?.exec(' --> people/a.oncall:4:28')?.slice(1)).toEqual([
      'people/a.oncall',
      '4',
      '28',
    ]);
  });
});

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
