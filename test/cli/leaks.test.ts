/**
 * No address of a person in anything that is printed or kept. Every command of the table runs, in
 * each of its formats, also where AWS refuses with errors that repeat addresses in all spellings;
 * then all that was printed, the state folder, plan files and the service's log are searched.
 */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CommandSpec } from '../../packages/cli/src/command-line/command.ts';
import { commands } from '../../packages/cli/src/command-line/commands.ts';
import { git } from './git.ts';
import { folder, oncall, start, write } from './oncall.ts';
import { type Fault, proxy } from './proxy.ts';

/** Where each stands: in the files, in the environment, in oncall.env, in --var, in the account alone. */
const addresses = {
  inline: '+12065550142',
  inlineMail: 'zoe.kestrel@example.org',
  environment: '+442079460187',
  file: 'quill.marrow@example.net',
  given: '+493023125143',
  live: '+33199001742',
} as const;

const project = `project leaky <
  account "111122223333"
  region "us-east-2"
>

contact zoe "Zoe Example" <
  channel phone voice "${addresses.inline}"
  channel mail email "${addresses.inlineMail}"
  stage 5m < notify phone retry 2m >
  stage 5m < notify mail >
>

contact quill <
  channel phone voice $QUILL_PHONE
  channel mail email $QUILL_MAIL
  channel text sms $QUILL_TEXT
  stage 5m <
    notify phone
    notify text
  >
  stage 5m < notify mail >
>

contact twin <
  channel phone voice "${addresses.inline}"
  channel mail email "${addresses.inlineMail}"
  stage 5m < notify phone >
>

rotation primary < zone "UTC" start 2026-01-05T09:00 members @zoe @quill @twin weekly mon 09:00 >
schedule on-call "On call" < rotation @primary >

plan sre "SRE" <
  stage 5m < notify @on-call essential >
  stage 10m < notify @zoe essential >
>

test "zoe is paged" <
  page @sre at 2026-03-02T03:00 "UTC"
  expect @zoe within 5m
>

test "a test that fails" <
  page @sre at 2026-03-02T03:00 "UTC"
  expect no @zoe
>
`;

/** Mistyped, they are somebody's all the same. */
const mistyped = { number: '206 555 0188', mail: 'vera.plum@' } as const;
const wrong = `${project}
contact vera   <
  channel phone voice "${mistyped.number}"
  channel mail email "${mistyped.mail}" stage 5m < notify phone > >
plan other < stage 5m < notify @zoee essential > >
`;

const env = { QUILL_PHONE: addresses.environment };
const given = ['--var', `QUILL_TEXT=${addresses.given}`];
const values = `QUILL_MAIL=${addresses.file}\n`;

interface Run {
  readonly words: readonly string[];
  readonly text: string;
}

const run = (line: string, text = project): Run => ({ words: line.split(' '), text });

/** What each command is run with; `compile` prints addresses, and that is what it is for. */
const runs: Readonly<Record<string, readonly Run[]>> = {
  lint: [run('lint'), run('lint', wrong), run('lint --fix --dry-run --diff', wrong)],
  fmt: [run('fmt --check', wrong), run('fmt --diff', wrong), run('fmt', wrong)],
  test: [run('test'), run('test --coverage'), run('test', wrong)],
  who: [run('who'), run('who', wrong)],
  shifts: [run('shifts @primary --from 2026-01-05 --to 2026-02-02')],
  simulate: [
    run('simulate @sre --at 2026-03-02T03:00'),
    run('simulate @zoe --at 2026-03-02T03:00Z'),
  ],
  coverage: [run('coverage')],
  compile: [],
  plan: [
    run('plan'),
    run('plan --out plan.json'),
    run('plan', wrong),
    run('plan --var QUILL_MAIL=x@y.zz'),
  ],
  apply: [run('apply --yes'), run('apply --yes', wrong)],
  destroy: [run('destroy --yes')],
  drift: [run('drift'), run('drift --var QUILL_MAIL=x@y.zz')],
  verify: [run('verify')],
  import: [
    run('import --region us-east-2 --out copy'),
    run('import --region us-east-2 --out whole --addresses inline'),
    run('import --region us-east-2 --only @zoe --out some'),
  ],
  status: [run('status'), run('status', wrong)],
  activate: [
    run('activate'),
    run('activate @zoe.phone 123456'),
    run('activate --resend @zoe.mail'),
  ],
  doctor: [run('doctor'), run('doctor', wrong)],
  page: [run('page @sre'), run('page @zoe'), run('page @twin --state files')],
  explain: [run('explain same-address'), run('explain literal-address')],
  init: [run('init fresh')],
  completion: [run('completion bash')],
  complete: [run('complete --current=@ -- simulate')],
  manual: [run('manual pages')],
  // These two talk to programs until they are told to end: below, and beside all others.
  lsp: [],
  'local-service': [],
};

/** What would go on for long where nothing is refused. */
const refusedOnly: Readonly<Record<string, readonly Run[]>> = {
  page: [
    run('page @sre --send --yes --subject drill'),
    run('page @zoe --send --yes --json --subject drill'),
  ],
};

describe('no address is told by', () => {
  it('any command: all of the table are tried here', () => {
    expect(Object.keys(runs).sort()).toEqual(commands.map(({ name }) => name).sort());
  });

  it.each(commands.filter(({ name }) => (runs[name] ?? []).length > 0))(
    'oncall $name',
    { timeout: 240_000 },
    async (spec) => {
      const service = asksService(spec) ? await localService() : undefined;
      const cwd = scene(project);
      if (service !== undefined) await deploy(cwd, service.url);
      const where = service === undefined ? [] : ['--endpoint', service.url, ...givenTo(spec)];
      let heard = '';
      for (const { words, text } of (runs[spec.name] ?? []).flatMap(inFormats(spec))) {
        write(cwd, { 'main.oncall': text });
        const { stdout, stderr, code } = await oncall([...words, ...where], { cwd, env });
        const told = `${stdout}\n${stderr}`;
        expect([0, 1, 2], told).toContain(code);
        expectNone(`oncall ${words.join(' ')}`, told);
        expectNone(`what oncall ${words.join(' ')} keeps`, kept(cwd));
        heard += told;
      }
      // That one writes files alone, made of the table.
      if (spec.name !== 'manual') expect(heard.trim()).not.toBe('');
      if (service !== undefined) expectNone('the log of the service', service.log());
    },
  );

  const refusals = [
    'AccessDeniedException',
    'ConflictException',
    'ValidationException',
    'ServiceQuotaExceededException',
    'SomethingElseException',
  ] as const;

  it.each(commands.filter(asksService))(
    'oncall $name, where AWS refuses and repeats them',
    { timeout: 240_000 },
    async (spec) => {
      const service = await localService();
      const lines = (refusedOnly[spec.name] ?? runs[spec.name] ?? []).filter(
        ({ text }) => text === project,
      );
      const cwd = scene(project);
      await deploy(cwd, service.url);
      for (const [index, type] of refusals.entries()) {
        const { words } = lines[index % lines.length] as Run;
        // All is refused, or what changes anything alone.
        const onlyWrites = index % 2 === 1;
        // What nobody has told yet, nobody can know in all its spellings.
        const { live: _, ...others } = addresses;
        const known = onlyWrites ? addresses : hasProject(spec) ? others : {};
        const echoed = [
          ...Object.values<string>(known).flatMap(spellings),
          ...Object.values(addresses),
        ];
        const { url } = await proxy(service.url, ({ writes }) =>
          writes || !onlyWrites ? echo(type, echoed) : undefined,
        );
        const minutes = onlyWrites ? `stage ${6 + index}m` : 'stage 5m';
        write(cwd, { 'main.oncall': project.replaceAll('stage 5m', minutes) });
        const options = [...givenTo(spec), ...(index === 2 ? ['--verbose'] : [])];
        const { stdout, stderr, code } = await oncall([...words, '--endpoint', url, ...options], {
          cwd,
          env,
        });
        const told = `${stdout}\n${stderr}`;
        expect(code, told).not.toBe(70);
        if (!onlyWrites) expect(told).toContain(type);
        expectNone(`oncall ${words.join(' ')}, refused by ${type}`, told);
        expectNone(`what oncall ${words.join(' ')} keeps`, kept(cwd));
      }
    },
  );

  it('an apply of a plan file, whose file holds none', { timeout: 120_000 }, async () => {
    const service = await localService();
    const cwd = scene(project);
    const where = ['--endpoint', service.url, ...given];
    const planned = await oncall(['plan', '--out', 'plan.json', ...where], { cwd, env });
    expect(planned.code, planned.stderr).toBe(0);
    const applied = await oncall(['apply', 'plan.json', '--yes', ...where], { cwd, env });
    expect(applied.code, applied.stderr).toBe(0);
    expectNone('plan and apply', [planned, applied].map((it) => it.stdout + it.stderr).join('\n'));
    expectNone('plan.json and .oncall', kept(cwd));
    expect(kept(cwd)).toContain('zoe');
    expectNone('the log of the service', service.log());
  });

  it('a server of an editor, but in the edits that it asked for', async () => {
    const child = start(['lsp'], { cwd: folder() });
    let told = '';
    child.stdout?.on('data', (part) => {
      told += part;
    });
    child.stderr?.on('data', (part) => {
      told += part;
    });
    const say = (messages: readonly object[]) => child.stdin?.write(framed(messages));
    say(editing(wrong));
    while (!told.includes('"id":4')) await new Promise((next) => setTimeout(next, 50));
    say([{ id: 5, method: 'shutdown' }, { method: 'exit' }]);
    await new Promise((ended) => child.once('close', ended));
    expect(told).toContain('same-address');
    expectNone('oncall lsp', told);
  });

  it('an apply on the service of this machine, whose state is apart', async () => {
    const cwd = scene(project);
    const { code, stdout, stderr } = await oncall(['apply', '--yes', '--local', ...given], {
      cwd,
      env,
    });
    expect(code, stderr).toBe(0);
    expectNone('apply --local', stdout + stderr);
    expectNone('.oncall', kept(cwd));
  });
});

describe('what is searched for', () => {
  it.each(spellings(addresses.inline).concat(spellings(addresses.inlineMail)))(
    'is found: %s',
    (it) => {
      expect(leaksIn(`{"x": "see ${it} there"}`)).not.toEqual([]);
    },
  );

  it('is not found in what is masked', () => {
    expect(leaksIn('+1******0142, z**********@example.org, 206 *** 0188')).toEqual([]);
  });
});

function scene(text: string): string {
  const cwd = folder({ 'main.oncall': text, 'oncall.env': values });
  git(cwd, 'init', '--quiet');
  return cwd;
}

/** With something in the account that is not in the files. */
async function deploy(cwd: string, url: string): Promise<void> {
  write(cwd, { 'main.oncall': project });
  const { code, stderr } = await oncall(
    ['apply', '--yes', '--adopt', '--endpoint', url, ...given],
    {
      cwd,
      env,
    },
  );
  expect(code, stderr).toBe(0);
  const call = (operation: string, input: object) =>
    fetch(url, {
      method: 'POST',
      headers: { 'x-amz-target': `SSMContacts.${operation}` },
      body: JSON.stringify(input),
    });
  await call('CreateContactChannel', {
    ContactId: 'arn:aws:ssm-contacts:us-east-2:111122223333:contact/zoe',
    Name: `extra ${Date.now()}`,
    Type: 'VOICE',
    DeliveryAddress: { SimpleAddress: addresses.live },
  });
}

function asksService({ options }: CommandSpec): boolean {
  return options.some(({ name }) => name === 'endpoint');
}

function hasProject({ options }: CommandSpec): boolean {
  return options.some(({ name }) => name === 'var');
}

function givenTo(spec: CommandSpec): readonly string[] {
  return hasProject(spec) ? given : [];
}

/** A run, and the same in each format. */
function inFormats({ options }: CommandSpec): (run: Run) => readonly Run[] {
  const choices = options.find(({ name }) => name === 'format')?.choices ?? [];
  return (each) => [
    each,
    // A difference is all of an output.
    ...(each.words.includes('--diff') ? [] : choices).map((format) => ({
      ...each,
      words: [...each.words, '--format', format],
    })),
  ];
}

interface LocalService {
  readonly url: string;
  log(): string;
}

/** As its own process, with all that it says. */
async function localService(): Promise<LocalService> {
  const words = ['local-service', '--account', '111122223333', '--region', 'us-east-2'];
  const child: ChildProcess = start(words);
  let log = '';
  child.stderr?.on('data', (part) => {
    log += part;
  });
  const url = await new Promise<string>((found) => {
    child.stdout?.on('data', (part) => {
      log += part;
      const [, address] = /listening on (\S+)/.exec(log) ?? [];
      if (address !== undefined) found(address);
    });
  });
  onTestFinished(() => void child.kill());
  return { url, log: () => log };
}

/** A refusal that repeats addresses wherever an error has room. */
function echo(type: string, echoed: readonly string[]): Fault {
  const all = echoed.join(', ');
  return {
    status: 400,
    body: JSON.stringify({
      __type: type,
      Message: `Refused for ${all}`,
      Reason: 'FIELD_VALIDATION_FAILED',
      Fields: [{ Name: 'DeliveryAddress', Message: `is ${all}` }],
      ResourceId: all,
      ResourceType: 'CONTACT_CHANNEL',
      QuotaCode: all,
      ServiceCode: 'ssm-contacts',
      DependentEntities: [{ RelationType: 'x', DependentResourceIds: [all] }],
    }),
  };
}

function spellings(address: string): readonly string[] {
  const encoded = ['', 'a', 'ab'].flatMap((before) =>
    (['base64', 'base64url'] as const).map((it) => Buffer.from(before + address).toString(it)),
  );
  const escaped = encodeURIComponent(address);
  if (address.includes('@')) return [address, address.toUpperCase(), escaped, ...encoded];
  const bare = address.slice(1);
  const spaced = `${bare.slice(0, -7)} ${bare.slice(-7, -4)} ${bare.slice(-4)}`;
  const dashed = `(${bare.slice(0, -7)}) ${bare.slice(-7, -4)}-${bare.slice(-4)}`;
  return [address, bare, spaced, dashed, escaped, ...encoded];
}

/** Everything under `.oncall/` but the service's own state, and plan files. */
function kept(cwd: string): string {
  const found: string[] = [];
  const look = (path: string) => {
    if (!existsSync(path) || path === join(cwd, '.oncall', 'local')) return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) look(join(path, name));
    else found.push(readFileSync(path, 'latin1'));
  };
  look(join(cwd, '.oncall'));
  look(join(cwd, 'plan.json'));
  return found.join('\n');
}

function expectNone(what: string, text: string): void {
  expect(leaksIn(text).join('\n'), what).toBe('');
}

/** Each address that is there in some spelling, with what stands about it. */
function leaksIn(text: string): readonly string[] {
  // What may stand within a number is taken out.
  const digits = text.replace(/[ ().\-/]/g, '');
  const plain = text.toLowerCase();
  const decoded = (text.match(/[\w+/-]{8,}={0,2}/g) ?? [])
    .flatMap((word) =>
      [0, 1, 2, 3].map((at) => Buffer.from(word.slice(at), 'base64').toString('latin1')),
    )
    .join('\n')
    .toLowerCase();
  const found: string[] = [];
  const seek = (needle: string, haystack: string) => {
    const at = haystack.indexOf(needle);
    if (at >= 0) found.push(`${needle}: …${haystack.slice(Math.max(0, at - 60), at + 60)}…`);
  };
  for (const address of [...Object.values(addresses), mistyped.number, mistyped.mail]) {
    if (address.includes('@')) {
      const name = address.slice(0, address.indexOf('@'));
      seek(name, plain);
      seek(name, decoded);
    } else {
      // Without the country, too.
      const number = address.replace(/\D/g, '').slice(-9);
      seek(number, digits);
      seek(number, decoded);
    }
  }
  return found;
}

/** What a client says that opens a file and asks about it. */
function editing(text: string): readonly object[] {
  const textDocument = { uri: 'file:///main.oncall' };
  const at = { textDocument, position: { line: 6, character: 25 } };
  return [
    { id: 1, method: 'initialize', params: { capabilities: {}, rootUri: null, processId: null } },
    { method: 'initialized', params: {} },
    {
      method: 'textDocument/didOpen',
      params: { textDocument: { ...textDocument, languageId: 'oncall', version: 1, text } },
    },
    { id: 2, method: 'textDocument/hover', params: at },
    { id: 3, method: 'textDocument/documentSymbol', params: { textDocument } },
    { id: 4, method: 'workspace/symbol', params: { query: 'zoe' } },
  ];
}

function framed(messages: readonly object[]): string {
  return messages
    .map((message) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    })
    .join('');
}
