/** What a run happens in: an account, two machines with the project on them, and hands. */
import type { ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Adversary, startAdversary } from './adversary.ts';
import { type Answer, type Call, callOf } from './call.ts';
import { type Contents, contentsOf } from './contents.ts';
import { count } from './count.ts';
import { createHands, type Hands, isByHand, type Message, makeNeighbours } from './hands.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { filesOf, type Project } from './project.ts';
import { type Random, randomOf } from './random.ts';
import type { Ended, Service, Tool, Worker } from './tool.ts';
import { createWatch, type Watch } from './watch.ts';

export type Machine = 'here' | 'there';

export interface World {
  /** Of two machines with the same files; the first is the one that ends the run. */
  readonly folders: Readonly<Record<Machine, string>>;
  readonly adversary: Adversary;
  /** Whether the service is a process that can be killed. */
  readonly isMortal: boolean;
  readonly ledger: Ledger;
  readonly watch: Watch;
  readonly hands: Hands;
  readonly random: Random;
  readonly call: Call;
  /** Likewise, and the ledger hears of it. */
  readonly byHand: Call;
  /** How often which edit was made, and what was done by hand. */
  readonly edits: Record<string, number>;
  readonly acts: Record<string, number>;
  /** What people would have got on their channels. */
  outbox(): Promise<readonly Message[]>;
  /** As last written. */
  files: readonly (readonly [string, string])[];
  contents(): Promise<Contents>;
  oncall(words: readonly string[], machine?: Machine): Promise<Ended>;
  /** Two at once, on the first machine. */
  twice(words: readonly string[]): Promise<readonly Ended[]>;
  write(project: Project): void;
  restartService(): Promise<void>;
  /** Settles when no call is under way and the service is there, killed or not. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export async function openWorld(tool: Tool, worker: Worker, random: Random): Promise<World> {
  const home = mkdtempSync(join(tmpdir(), 'oncall-run-'));
  const folders = { here: join(home, 'here'), there: join(home, 'there') };
  // Killing it is what it takes a process for; in memory it starts sooner.
  const isMortal = random.chance(0.4);
  const open = () => (isMortal ? tool.serveFrom(join(home, 'data')) : tool.serve());
  let service: Service = await open();
  let child: ChildProcess | undefined;
  const call = callOf(() => service.url);
  const ledger = createLedger();
  const watch = createWatch(call);
  const byHand: Call = async (operation, input) => {
    const answer = await call(operation, input);
    ledger.acknowledged(operation, input as Answer, answer);
    const { ContactId, RotationId } = input as Answer;
    watch.changed(String(ContactId ?? RotationId));
    return answer;
  };
  let restarted = Promise.resolve();
  const restartService = () => {
    if (!isMortal) return restarted;
    restarted = service.kill().then(async () => {
      service = await open();
    });
    return restarted;
  };
  const adversary = await startAdversary({
    url: () => service.url,
    killTool: () => child?.kill('SIGKILL'),
    killService: restartService,
    ledger,
    watch,
    // Apart from ours: how many choices the calls take differs from time to time.
    random: randomOf(random.integer(0, 2 ** 31)),
  });
  const power = randomOf(random.integer(0, 2 ** 31));
  const made = new Set(await makeNeighbours(byHand));
  const world: World = {
    folders,
    adversary,
    isMortal,
    ledger,
    watch,
    hands: createHands(made),
    random,
    call,
    byHand,
    edits: {},
    acts: {},
    outbox: async () => {
      const response = await fetch(`${service.url}/_oncall/outbox`);
      return ((await response.json()) as { messages: readonly Message[] }).messages;
    },
    files: [],
    contents: () => contentsOf(call, isByHand),
    oncall: async (words, machine = 'here') => {
      const { mischief } = adversary;
      let timer: NodeJS.Timeout | undefined;
      const started = (process: ChildProcess) => {
        child = process;
        const { killAfter } = mischief ?? {};
        if (killAfter === undefined) return;
        timer = setTimeout(() => {
          count(adversary.tally.kills, 'tool at some time');
          process.kill('SIGKILL');
        }, killAfter);
      };
      const all = [...words, '--endpoint', adversary.url];
      // So that no write lies between a look and what hands do.
      if (mischief?.handsAt !== undefined) all.push('--concurrency', '1');
      const ended = await worker.run(all, folders[machine], started);
      clearTimeout(timer);
      if (ended.code === null && mischief?.losesPower) {
        count(adversary.tally.kills, 'power');
        losePower(join(folders[machine], '.oncall/journal'), worker.onDisk(), power);
      }
      return ended;
    },
    twice: async (words) => {
      const other = tool.openWorker();
      try {
        const all = [...words, '--endpoint', adversary.url];
        return await Promise.all([worker, other].map((each) => each.run(all, folders.here)));
      } finally {
        other.close();
      }
    },
    write: (project) => {
      world.files = Object.entries(filesOf(project));
      for (const folder of Object.values(folders)) write(folder, filesOf(project));
    },
    restartService,
    ready: async () => {
      await adversary.idle();
      await restarted;
    },
    close: async () => {
      await adversary.close();
      await restarted.catch(() => {});
      await service.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
  return world;
}

/** Cuts files where the disk may have them end. */
function losePower(folder: string, onDisk: ReadonlyMap<number, number>, random: Random): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const { ino, size } = statSync(join(folder, name));
    truncateSync(join(folder, name), random.integer(Math.min(onDisk.get(ino) ?? 0, size), size));
  }
}

/** Writes files into a folder, and the folders that they are in. */
export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
