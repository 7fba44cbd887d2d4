/**
 * One run: a random project is applied and edited while the network, the service and the tool
 * itself fail; then it is left in peace, and must end as if it always had been.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type Adversary,
  type Kill,
  type Mischief,
  startAdversary,
  type Tally,
} from './adversary.ts';
import { type Answer, type Call, callOf } from './call.ts';
import { type Contents, contentsOf } from './contents.ts';
import { count } from './count.ts';
import { edit } from './edits.ts';
import {
  act,
  activationsLost,
  createHands,
  type Hands,
  isByHand,
  type Message,
  makeNeighbours,
  neighbours,
  overridesAmiss,
  touched,
} from './hands.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { addressesOf, filesOf, type Project } from './project.ts';
import { type Random, randomOf } from './random.ts';
import { randomProject } from './random-parts.ts';
import type { Ended, Service, Tool } from './tool.ts';

export interface Report {
  readonly seed: number;
  readonly tally: Tally;
  readonly edits: Readonly<Record<string, number>>;
  readonly acts: Readonly<Record<string, number>>;
  /** How often the tool ran while things failed. */
  readonly applies: number;
  /** How often it had to run in peace until it was done; one is the aim. */
  readonly settling: number;
}

/** Throws an error that tells the story where the run ends otherwise than it must. */
export async function run(seed: number, tool: Tool): Promise<Report> {
  const random = randomOf(seed);
  const story: string[] = [];
  const world = await openWorld(tool, random);
  try {
    const project = randomProject(random, neighbours);
    const applies = random.integer(1, 4);
    await wreak(project, applies, world, story);
    const settling = await settle(project, world, story);
    await compare(project, world, tool);
    const { adversary, edits, acts } = world;
    return { seed, tally: adversary.tally, edits, acts, applies, settling };
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const files = world.files.map(([name, text]) => `--- ${name}\n${text}`).join('');
    throw new Error(`seed ${seed}\n${story.join('\n')}\n${why}\n${files}`);
  } finally {
    await world.close();
  }
}

type Machine = 'here' | 'there';

interface World {
  /** Of two machines with the same files; the first is the one that ends the run. */
  readonly folders: Readonly<Record<Machine, string>>;
  readonly adversary: Adversary;
  /** Whether the service is a process that can be killed. */
  readonly isMortal: boolean;
  readonly ledger: Ledger;
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
  write(project: Project): void;
  restartService(): Promise<void>;
  /** Settles when the service is there, killed or not. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

async function wreak(
  project: Project,
  applies: number,
  world: World,
  story: string[],
): Promise<void> {
  const { random, hands, adversary } = world;
  for (let round = 0; round < applies; round += 1) {
    if (round > 0) {
      for (let left = random.integer(0, 4); left > 0; left -= 1) {
        const done = edit(project, hands.pins, random);
        count(world.edits, done);
        story.push(done);
      }
    }
    if (random.chance(0.5)) {
      const done = await act(hands, project, await world.contents(), world, random);
      count(world.acts, done);
      story.push(`by hand: ${done}`);
    }
    if (world.isMortal && random.chance(0.2)) {
      story.push('the service is killed and started');
      await world.restartService();
    }
    hands.look(project, await world.contents());
    const machine = random.chance(0.2) ? 'there' : 'here';
    // What one machine has made, the other takes to be made by hand once the files lack it.
    if (machine === 'there') hands.pins.add('overrides');
    world.write(project);
    const before = (await world.contents()).all;
    const mischief = randomMischief(random, world.isMortal);
    story.push(`apply ${machine} with ${JSON.stringify(mischief)}`);
    adversary.meet(mischief);
    const ended = await world.oncall(['apply', '--yes'], machine);
    adversary.meet(undefined);
    await world.ready();
    story.push(`  exit ${ended.code}`);
    checkOutput(ended, project);
    if (machine === 'here' && ended.code === 0 && random.chance(0.1)) {
      story.push('the folder is cloned anew');
      hands.pins.add('overrides');
      rmSync(join(world.folders.here, '.oncall'), { recursive: true });
    }
    expectNone('what was acknowledged is lost', await world.ledger.missing(world.call));
    expectNone('what was made by hand is touched', touched(before, await world.contents(), hands));
  }
}

/** Applies in peace until that succeeds, and sees that nothing is left to do. */
async function settle(project: Project, world: World, story: string[]): Promise<number> {
  world.write(project);
  const before = (await world.contents()).all;
  world.hands.look(project, await world.contents());
  for (let times = 1; ; times += 1) {
    const ended = await world.oncall(['apply', '--yes']);
    story.push(`apply in peace: exit ${ended.code}`);
    checkOutput(ended, project);
    if (ended.code === 0) {
      const plan = await world.oncall(['plan', '--detailed-exitcode']);
      checkOutput(plan, project);
      if (plan.code !== 0) throw new Error(`the plan is not empty:\n${plan.output}`);
      const contents = await world.contents();
      expectNone('what was made by hand is touched', touched(before, contents, world.hands));
      expectNone('activations', activationsLost(world.hands, contents));
      return times;
    }
    if (times === 3) throw new Error(`apply does not come to an end:\n${ended.output}`);
  }
}

/** Holds the account against one in which the same project was applied once, and in peace. */
async function compare(project: Project, world: World, tool: Tool): Promise<void> {
  const fresh = await tool.serve();
  const folder = mkdtempSync(join(tmpdir(), 'oncall-fresh-'));
  try {
    const call = callOf(() => fresh.url);
    const made = await makeNeighbours(call);
    write(folder, filesOf(project));
    const ended = await tool.run(['apply', '--yes', '--endpoint', fresh.url], folder);
    if (ended.code !== 0) throw new Error(`an undisturbed apply fails:\n${ended.output}`);
    const [is, expected] = [await world.contents(), await contentsOf(call, isByHand)];
    const ours = ({ all }: Contents, foreign: ReadonlySet<string>) =>
      [...all].flatMap(([arn, text]) => (foreign.has(arn) ? [] : [text])).sort();
    const [ends, should] = [ours(is, world.hands.made), ours(expected, new Set(made))];
    const surplus = ends.filter((text) => !should.includes(text));
    const missing = should.filter((text) => !ends.includes(text));
    if (surplus.length + missing.length > 0 || ends.length !== should.length) {
      throw new Error(
        `the account has ${ends.length} and should have ${should.length}\n` +
          `too much:\n${surplus.join('\n')}\ntoo little:\n${missing.join('\n')}`,
      );
    }
    expectNone('overrides made by hand', overridesAmiss(world.hands, is.overrides));
  } finally {
    await fresh.close();
    rmSync(folder, { recursive: true });
  }
}

function expectNone(what: string, found: readonly string[]): void {
  if (found.length > 0) throw new Error(`${what}:\n${found.join('\n')}`);
}

function checkOutput({ code, output }: Ended, project: Project): void {
  if (code === 70 || /this is a bug/.test(output)) throw new Error(`a bug:\n${output}`);
  const shown = addressesOf(project).filter((address) => output.includes(address));
  if (shown.length > 0) throw new Error(`an address is shown:\n${output}`);
}

function randomMischief(random: Random, isMortal: boolean): Mischief {
  const faults: Record<string, number> = {};
  if (random.chance(0.5)) {
    for (const fault of random.some(
      ['throttle', 'error', 'html', 'reset', 'lost-response'],
      1,
      3,
    )) {
      faults[fault] = random.pick([0.02, 0.05, 0.1]);
    }
  }
  if (random.chance(0.1)) faults['slow'] = 0.05;
  const of = random.chance(0.8) ? 'writes' : 'calls';
  const kill: Kill | undefined = random.chance(0.8)
    ? {
        victim: isMortal ? random.pick(['tool', 'service', 'both'] as const) : 'tool',
        at: random.integer(0, of === 'writes' ? 15 : 40),
        of,
        when: random.pick(['before', 'during', 'after'] as const),
      }
    : undefined;
  const killAfter = random.chance(0.15) ? random.integer(100, 1500) : undefined;
  return { faults, kill, killAfter };
}

async function openWorld(tool: Tool, random: Random): Promise<World> {
  const home = mkdtempSync(join(tmpdir(), 'oncall-run-'));
  const folders = { here: join(home, 'here'), there: join(home, 'there') };
  // Killing it is what it takes a process for; in memory it starts sooner.
  const isMortal = random.chance(0.4);
  const open = () => (isMortal ? tool.serveFrom(join(home, 'data')) : tool.serve());
  let service: Service = await open();
  let child: ChildProcess | undefined;
  const call = callOf(() => service.url);
  const ledger = createLedger();
  const byHand: Call = async (operation, input) => {
    const answer = await call(operation, input);
    ledger.acknowledged(operation, input as Answer, answer);
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
    random,
  });
  const made = new Set(await makeNeighbours(byHand));
  const world: World = {
    folders,
    adversary,
    isMortal,
    ledger,
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
    oncall: (words, machine = 'here') =>
      tool.run([...words, '--endpoint', adversary.url], folders[machine], (started) => {
        child = started;
        const { killAfter } = adversary.mischief ?? {};
        if (killAfter === undefined) return;
        const timer = setTimeout(() => {
          count(adversary.tally.kills, 'tool at some time');
          started.kill('SIGKILL');
        }, killAfter);
        started.once('close', () => clearTimeout(timer));
      }),
    write: (project) => {
      world.files = Object.entries(filesOf(project));
      for (const folder of Object.values(folders)) write(folder, filesOf(project));
    },
    restartService,
    ready: () => restarted,
    close: async () => {
      await adversary.close();
      await restarted;
      await service.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
  return world;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
