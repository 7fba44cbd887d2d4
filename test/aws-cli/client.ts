/** The AWS CLI and the AWS SDK, to be called alike. */
import { execFile, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as sdk from '@aws-sdk/client-ssm-contacts';
import { onTestFinished } from 'vitest';
import { folder } from '../cli/oncall.ts';
import { programPath } from '../editors/what-is-missing.ts';

export interface Client {
  /** Instants of requests and answers are Dates. */
  call(operation: string, input: object): Promise<Answer>;
  /** The `__type` of the error that a request is refused with. */
  fail(operation: string, input: object): Promise<string>;
}

export type Answer = Readonly<Record<string, unknown>>;

/** AWS's own files on the API. Debian's CLI knows an older one, without rotations. */
const model = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** Debian's rather than another that this machine may have. */
const program = existsSync('/usr/bin/aws') ? '/usr/bin/aws' : programPath('aws');

/** What runs it; other packages of the CLI than Python's bring their own. */
const python = program && /^#!(\S*python\S*)/.exec(readFileSync(program, 'latin1'))?.[1];

export const whatIsMissing =
  python === undefined
    ? 'skipped, since not installed here: awscli'
    : existsSync(model)
      ? undefined
      : "skipped, since AWS's model of the service is not beside the repository";

/** How a run of the CLI ended. */
interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `url` is asked anew for each call. */
export function awsCli(url: () => string): Client {
  const run = callAfterCall();
  const execute = (operation: string, input: object) =>
    run(wordsOf([kebab(operation), '--cli-input-json', JSON.stringify(input)], url()));
  return {
    call: async (operation, input) => {
      const { code, stdout, stderr } = await execute(operation, input);
      if (code !== 0) throw new Error(`${operation}: ${stderr}`);
      return (stdout === '' ? {} : JSON.parse(stdout, readInstant)) as Answer;
    },
    fail: async (operation, input) => {
      const { code, stderr } = await execute(operation, input);
      const type = /An error occurred \((\w+)\) when calling the (\w+) operation/.exec(stderr);
      if (code !== 254 || type?.[2] !== operation) throw new Error(`${operation}: ${stderr}`);
      return type[1] ?? '';
    },
  };
}

/** Runs the CLI's own code on words, in one process until the test ends. */
function callAfterCall() {
  const script = fileURLToPath(new URL('call-after-call.py', import.meta.url));
  const child = spawn(python ?? 'python3', [script], {
    env: environment(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (words: readonly string[]): Promise<Ended> => {
    child.stdin.write(`${JSON.stringify(words)}\n`);
    const { done, value } = await lines.next();
    if (done) throw new Error('the AWS CLI has ended');
    return JSON.parse(value) as Ended;
  };
}

/** Runs `aws ssm-contacts` with words. */
export function awsProgram(url: () => string) {
  const env = environment();
  return (words: readonly string[]) =>
    new Promise<Ended>((ended) => {
      execFile(program ?? 'aws', wordsOf(words, url()), { env }, (error, stdout, stderr) => {
        ended({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      });
    });
}

function wordsOf(words: readonly string[], url: string): readonly string[] {
  return ['ssm-contacts', ...words, '--endpoint-url', url];
}

/** One that knows the whole API, and nothing of the user's settings. */
function environment() {
  const home = folder();
  const versions = join(home, 'ssm-contacts/2021-05-03');
  mkdirSync(versions, { recursive: true });
  for (const name of ['service-2', 'paginators-1']) {
    copyFileSync(join(model, `ssm-contacts-${name}.json`), join(versions, `${name}.json`));
  }
  return {
    PATH: process.env['PATH'],
    HOME: home,
    AWS_DATA_PATH: home,
    AWS_PAGER: '',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

export function awsSdk(url: () => string): Client {
  const send = async (operation: string, input: object): Promise<Answer> => {
    const client = new sdk.SSMContactsClient({
      endpoint: url(),
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const Command = commands[`${operation}Command`] as CommandClass;
    const { $metadata, ...answer } = await client.send(new Command(input));
    client.destroy();
    return answer;
  };
  return {
    call: send,
    fail: async (operation, input) => {
      try {
        await send(operation, input);
      } catch (error) {
        if (error instanceof sdk.SSMContactsServiceException) return error.name;
        throw error;
      }
      throw new Error(`${operation} succeeded`);
    },
  };
}

const commands: Readonly<Record<string, unknown>> = { ...sdk };

type CommandClass = new (input: object) => sdk.GetContactCommand;

/** The CLI prints instants in the form of ISO 8601. */
function readInstant(_key: string, value: unknown): unknown {
  const isInstant =
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d$/.test(value);
  return isInstant ? new Date(value) : value;
}

function kebab(operation: string): string {
  return operation.replace(/(?!^)([A-Z])/g, '-$1').toLowerCase();
}
