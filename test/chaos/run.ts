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
import { edit } from './edits.ts';
import {
  act,
  type Hands,
  isByHand,
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
    return { seed, tally: world.adversary.tally, applies, settling };
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const files = world.files.map(([name, text]) => `--- ${name}\n${text}`).join('');
    throw new Error(`seed ${seed}\n${story.join('\n')}\n${why}\n${files}`);
  } finally {
    await world.close();
  }
}

interface World {
  readonly folder: string;
  readonly adversary: Adversary;
  /** Whether the service is a process that can be killed. */
  readonly isMortal: boolean;
  readonly ledger: Ledger;
  readonly hands: Hands;
  readonly random: Random;
  readonly call: Call;
  /** Likewise, and the ledger hears of it. */
  readonly byHand: Call;
  /** As last written. */
  files: readonly (readonly [string, string])[];
  contents(): Promise<Contents>;
  oncall(words: readonly string[]): Promise<Ended>;
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
      for (let count = random.integer(0, 4); count > 0; count -= 1) {
        story.push(edit(project, hands.pins, random));
      }
    }
    if (random.chance(0.5)) {
      story.push(
        `by hand: ${await act(hands, project, await world.contents(), world.byHand, random)}`,
      );
    }
    if (world.isMortal && random.chance(0.2)) {
      story.push('the service is killed and started');
      await world.restartService();
    }
    world.write(project);
    const before = (await world.contents()).all;
    const mischief = randomMischief(random, world.isMortal);
    story.push(`apply with ${JSON.stringify(mischief)}`);
    adversary.meet(mischief);
    const ended = await world.oncall(['apply', '--yes']);
    adversary.meet(undefined);
    await world.ready();
    story.push(`  exit ${ended.code}`);
    checkOutput(ended, project);
    expectNone('what was acknowledged is lost', await world.ledger.missing(world.call));
    expectNone('what was made by hand is touched', touched(before, await world.contents(), hands));
  }
}

/** Applies in peace until that succeeds, and sees that nothing is left to do. */
async function settle(project: Project, world: World, story: string[]): Promise<number> {
  world.write(project);
  const before = (await world.contents()).all;
  for (let count = 1; ; count += 1) {
    const ended = await world.oncall(['apply', '--yes']);
    story.push(`apply in peace: exit ${ended.code}`);
    checkOutput(ended, project);
    if (ended.code === 0) {
      const plan = await world.oncall(['plan', '--detailed-exitcode']);
      checkOutput(plan, project);
      if (plan.code !== 0) throw new Error(`the plan is not empty:\n${plan.output}`);
      const contents = await world.contents();
      expectNone('what was made by hand is touched', touched(before, contents, world.hands));
      return count;
    }
    if (count === 3) throw new Error(`apply does not come to an end:\n${ended.output}`);
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
  return { faults, kill };
}

async function openWorld(tool: Tool, random: Random): Promise<World> {
  const home = mkdtempSync(join(tmpdir(), 'oncall-run-'));
  const folder = join(home, 'project');
  mkdirSync(folder);
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
    folder,
    adversary,
    isMortal,
    ledger,
    hands: { pins: new Set(), made, overrides: [] },
    random,
    call,
    byHand,
    files: [],
    contents: () => contentsOf(call, isByHand),
    oncall: (words) =>
      tool.run([...words, '--endpoint', adversary.url], folder, (started) => {
        child = started;
      }),
    write: (project) => {
      world.files = Object.entries(filesOf(project));
      write(folder, filesOf(project));
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
