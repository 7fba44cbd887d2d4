/** The rules of ARCHITECTURE.md, read off the imports and the text of the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Source {
  /** From the root of the repository, with `/` between folders. */
  readonly path: string;
  readonly text: string;
  /** `language`, `grammar`, `test`. */
  readonly room: string;
  /** Within a package: its own code, what its tests and scripts are left out. */
  readonly own: boolean;
  /** As written, of `import`, `export … from` and `import()`, be they of types alone. */
  readonly imports: readonly string[];
}

const sources = ['packages', 'grammar', 'editor-extension', 'bench', 'test', 'scripts'].flatMap(
  sourcesIn,
);
const own = sources.filter((source) => source.own);

/** What a package may import of ours; and of others at run time, what is named here. */
const rooms: Readonly<Record<string, { readonly ours: readonly string[]; readonly why: string }>> =
  {
    language: { ours: [], why: 'The language stands on nothing of ours: all else stands on it.' },
    simulator: { ours: ['language'], why: 'The simulator turns a model and times into shifts.' },
    compiler: {
      ours: ['language', 'simulator'],
      why: 'The compiler turns a model into requests, and knows neither files nor AWS.',
    },
    'local-service': {
      ours: ['simulator'],
      why: 'What the local service accepts is judged apart from what we send.',
    },
    'language-server': {
      ours: ['language', 'simulator', 'compiler'],
      why: 'The server speaks of the same core as the command line, and not of the command line.',
    },
    cli: {
      ours: ['language', 'simulator', 'compiler', 'local-service', 'language-server'],
      why: 'The command line may use all.',
    },
  };

it('reads imports of every form', () => {
  const text = `import a from 'a';\nimport type {\n  b,\n} from "b";\nimport 'c';\nexport * from 'd';\nconst e = await import('e');\nexport const from = 'f';`;
  expect(importsOf(text)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(own.length).toBeGreaterThan(150);
});

const neverImported = ['cli', 'oncall', 'grammar', 'test', 'bench', 'editor-extension'];

/** Of the language; each folder imports only those before it, and itself. */
const layers = ['text', 'diagnostics', 'values', 'syntax', 'semantics', 'analysis.ts'];

/** What stands beside a layer, and on which. */
const beside: Readonly<Record<string, readonly string[]>> = {
  format: ['text', 'diagnostics', 'values', 'syntax'],
  query: [...layers, 'format'],
  fixes: [...layers, 'format', 'query'],
  'index.ts': [...layers, 'format', 'query', 'fixes'],
};

describe('directions between packages', () => {
  it('all rooms are known here', () => {
    const found = readdirSync(join(root, 'packages'));
    expect(found.filter((name) => !(name in rooms))).toEqual([]);
  });

  it.each(Object.entries(rooms))('%s', (room, { ours, why }) => {
    const wrong = own
      .filter((source) => source.room === room)
      .flatMap((source) => source.imports.map((name) => ({ source, name, of: packageOf(name) })))
      .filter(({ of }) => of !== undefined && of !== room && !ours.includes(of))
      .map(({ source, name }) => `${source.path} imports ${name}. ${why}`);
    expect(wrong).toEqual([]);
  });

  it('nothing imports what stands at the rim', () => {
    const wrong = own
      .flatMap((source) => source.imports.map((name) => ({ source, of: packageOf(name) })))
      .filter(({ source, of }) => of !== undefined && of !== source.room)
      .filter(({ of }) => neverImported.includes(of as string))
      .map(({ source, of }) => `${source.path} imports ${of}, which nothing may depend on.`);
    expect(wrong).toEqual([]);
  });

  it('the extension takes of ours only the server, and that only to bundle it', () => {
    const wrong = sources
      .filter(({ room, path }) => {
        return room === 'editor-extension' && !/\/src\/(web\/)?server\.ts$/.test(path);
      })
      .flatMap(({ path, imports }) => imports.map((name) => ({ path, name })))
      .filter(({ name }) => packageOf(name) !== undefined || /^(\.\.\/)+packages\//.test(name))
      .map(
        ({ path, name }) => `${path} imports ${name}. The extension has no logic of the language.`,
      );
    expect(wrong).toEqual([]);
    const servers = sources.filter(({ path }) =>
      /^editor-extension\/src\/.*server\.ts$/.test(path),
    );
    expect(servers.flatMap(({ imports }) => imports.map(packageOf))).toContain('language-server');
  });

  it('a package is entered by its name, never by a path', () => {
    const wrong = own
      .flatMap((source) => source.imports.map((name) => ({ source, name })))
      .filter(({ name }) => name.startsWith('.'))
      .filter(({ source, name }) => {
        const target = join(dirname(source.path), name).split(/[\\/]/);
        return target.slice(0, 3).join('/') !== `packages/${source.room}/src`;
      })
      .map(({ source, name }) => `${source.path} imports ${name}, which lies in another package.`);
    expect(wrong).toEqual([]);
  });

  it('what is imported is declared, and what is declared is of the catalog', () => {
    const wrong = Object.keys(rooms).flatMap((room) => {
      const files = own.filter((source) => source.room === room);
      if (files.length === 0) return [];
      const json = readFileSync(join(root, 'packages', room, 'package.json'), 'utf8');
      const manifest = JSON.parse(json) as Record<string, Record<string, string> | undefined>;
      // What is bundled is needed when it is built, and not when it runs.
      const { dependencies = {}, devDependencies = {} } = manifest;
      const declared = { ...dependencies, ...(room === 'cli' ? devDependencies : {}) };
      const used = new Set(
        files
          .flatMap(({ imports }) => imports)
          .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
          .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')),
      );
      return [
        ...[...used]
          .filter((name) => !(name in declared))
          .map((name) => `${room} imports ${name} and does not declare it.`),
        ...Object.entries({ ...dependencies, ...devDependencies })
          .filter(([, version]) => version !== 'catalog:' && version !== 'workspace:*')
          .map(([name, version]) => `${room} pins ${name} to ${version}: pin it in the catalog.`),
      ];
    });
    expect(wrong).toEqual([]);
  });
});

describe('layers of the language', () => {
  const folderOf = (path: string): string =>
    path.replace(/^packages\/language\/src\//, '').split('/')[0] as string;

  const inLanguage = own.filter(({ room }) => room === 'language');

  it('all folders are known here', () => {
    const found = new Set(inLanguage.map(({ path }) => folderOf(path)));
    const known = new Set([...layers, ...Object.keys(beside)]);
    expect([...found].filter((folder) => !known.has(folder))).toEqual([]);
  });

  it.each([...layers, ...Object.keys(beside)])('%s imports what is below it', (layer) => {
    const below = beside[layer] ?? layers.slice(0, layers.indexOf(layer));
    const wrong = inLanguage
      .filter(({ path }) => folderOf(path) === layer)
      .flatMap(({ path, imports }) =>
        imports
          .filter((name) => name.startsWith('.'))
          .map((name) => ({ path, folder: folderOf(join(dirname(path), name)) })),
      )
      .filter(({ folder }) => folder !== layer && !below.includes(folder))
      .map(({ path, folder }) => {
        return `${path} imports ${folder}, which stands on it: ${layers.join(' <- ')}, syntax <- format.`;
      });
    expect(wrong).toEqual([]);
  });
});

describe('who knows what', () => {
  it.each([
    ['chevrotain', 'packages/language/src/syntax/', 'Only syntax knows what parses.'],
    ['@aws-sdk/', 'packages/cli/src/aws/', 'Only cli/src/aws talks to AWS.'],
    ['vscode-languageserver', 'packages/language-server/src/', 'Only the server speaks LSP.'],
    ['node-sqlite3-wasm', 'packages/local-service/src/', 'Only the local service has a database.'],
    ['temporal-polyfill', 'packages/simulator/src/', 'Only the simulator reckons with Temporal.'],
  ])('%s is known in %s', (library, folder, why) => {
    const wrong = own
      .filter(({ path, imports }) => {
        return !path.startsWith(folder) && imports.some((name) => name.startsWith(library));
      })
      .map(({ path }) => `${path} imports ${library}. ${why}`);
    expect(wrong).toEqual([]);
  });

  const pure = own.filter(({ room }) => ['language', 'simulator', 'compiler'].includes(room));

  it('the core reads no files, no clock, no environment, no network', () => {
    const impure =
      /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|console\.|fetch\(|setTimeout|setInterval|setImmediate|queueMicrotask|localStorage)|\bprocess\.|globalThis\.process/;
    const wrong = pure.flatMap(({ path, text, imports }) => [
      ...imports
        .filter((name) => name.startsWith('node:'))
        .map((name) => `${path} imports ${name}`),
      ...withoutComments(text)
        .split('\n')
        .filter((line) => impure.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    ]);
    expect(wrong).toEqual([]);
  });

  it('the core is not asynchronous', () => {
    const wrong = pure.filter(({ text }) =>
      /\basync\b|\bawait\b|\bPromise\b/.test(withoutComments(text)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('habits', () => {
  it('files are named in small letters and hyphens', () => {
    const wrong = sources.filter(({ path }) => {
      return !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config)?\.(ts|mjs)$/.test(basename(path));
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('no file is named for being useful', () => {
    const wrong = sources.filter(({ path }) => /\b(utils?|helpers?|misc|common)\b/.test(path));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('a file says what it is for: in its first lines, or above what it is named for', () => {
    const wrong = own.filter(
      ({ path, text }) => !text.includes('/**') && !path.endsWith('/src/index.ts'),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('no file is longer than 350 lines', () => {
    const wrong = own.filter(({ text }) => text.split('\n').length > 351);
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('no default exports, no enums, no namespaces, no any', () => {
    const wrong = own.flatMap(({ path, text }) =>
      withoutComments(text)
        .split('\n')
        .filter((line) => {
          return /^export default|\benum \w+ \{|^(export )?namespace |[:<(|] ?any\b|\bas any\b/.test(
            line,
          );
        })
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(wrong).toEqual([]);
  });

  it('nothing is left over: no marks of work to do, no switched-off checks', () => {
    const wrong = sources.flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck|expect-error)/.test(line))
        .filter(() => path !== 'test/architecture.test.ts')
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(wrong).toEqual([]);
  });
});

function sourcesIn(folder: string): readonly Source[] {
  let entries: ReturnType<typeof list>;
  try {
    entries = list(join(root, folder));
  } catch {
    return [];
  }
  return entries.map((file) => {
    const path = relative(root, file).replaceAll('\\', '/');
    const text = readFileSync(file, 'utf8');
    const [top = '', room = ''] = path.split('/');
    const inPackage = top === 'packages';
    return {
      path,
      text,
      room: inPackage ? room : top,
      own: inPackage && path.startsWith(`packages/${room}/src/`),
      imports: importsOf(text),
    };
  });
}

function list(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return ['node_modules', 'dist', 'corpus'].includes(entry.name) ? [] : list(path);
    }
    return /(?<!\.d)\.ts$|\.mjs$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(text: string): readonly string[] {
  const statements = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...statements].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');
}

/** The folder of a package of ours that a name leads to. */
function packageOf(name: string): string | undefined {
  return name === 'oncall' ? 'cli' : /^@oncall\/([^/]+)/.exec(name)?.[1];
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*/g, '$1');
}
