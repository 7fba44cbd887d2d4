/**
 * One run: a random project is applied and edited while the network, the service and the tool
 * itself fail; then it is left in peace, and must end as if it always had been.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { Tally } from './adversary.ts';
import { callOf } from './call.ts';
import { type Contents, contentsOf } from './contents.ts';
import { count } from './count.ts';
import { edit } from './edits.ts';
import { act, quickActs } from './hand-acts.ts';
import {
  activationsLost,
  doubles,
  isByHand,
  makeNeighbours,
  neighbours,
  overridesAmiss,
  tagAgain,
  touched,
} from './hands.ts';
import { addressesOf, filesOf, type Project } from './project.ts';
import { randomOf } from './random.ts';
import { randomMischief, randomTheme } from './random-mischief.ts';
import { randomProject } from './random-parts.ts';
import type { Ended, Tool, Worker } from './tool.ts';
import { type Machine, openWorld, type World, write } from './world.ts';

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
export async function run(seed: number, tool: Tool, worker: Worker): Promise<Report> {
  const random = randomOf(seed);
  const story: string[] = [];
  const world = await openWorld(tool, worker, random);
  try {
    const project = randomProject(random, neighbours);
    const applies = random.integer(2, 4);
    await wreak(project, applies, world, story);
    const settling = await settle(project, world, story);
    await compare(project, world, tool, worker);
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

async function wreak(
  project: Project,
  applies: number,
  world: World,
  story: string[],
): Promise<void> {
  const { random, hands, adversary } = world;
  const theme = randomTheme(random);
  let isDone = true;
  let last: Machine = 'here';
  for (let round = 0; round < applies; round += 1) {
    // What one machine has made, the other takes to be made by hand once the files lack it, until
    // it has seen that they have it; and what it was to delete, the other would carry over.
    const machine = isDone && random.chance(0.2) ? 'there' : 'here';
    if (machine === 'there') hands.pins.add('overrides');
    if (round > 0) {
      for (let left = random.integer(1, 4); left > 0; left -= 1) {
        const done = edit(project, hands.pins, random, theme.edits);
        count(world.edits, done);
        story.push(done);
      }
    }
    if (random.chance(0.5)) await tagAgain(hands, world.byHand);
    if (random.chance(0.5)) {
      // What is late must not undo what hands are about to do.
      await adversary.calm();
      const done = await act(hands, project, await world.contents(), world, random);
      count(world.acts, done);
      story.push(`by hand: ${done}`);
    }
    if (world.isMortal && random.chance(0.2)) {
      story.push('the service is killed and started');
      await world.restartService();
    }
    hands.look(project, await world.contents());
    world.write(project);
    if (random.chance(0.1)) await applyTwice(project, world, story);
    let before = (await world.contents()).all;
    const mischief = randomMischief(random, world.isMortal, theme);
    const own = randomOf(random.integer(0, 2 ** 31));
    story.push(
      `apply ${machine} with ${inspect(mischief, { breakLength: Number.POSITIVE_INFINITY })}`,
    );
    const { isLate } = adversary;
    const isOthersLate = isLate && machine !== last;
    last = machine;
    const { kills } = adversary.tally;
    const killed = JSON.stringify(kills);
    let isAlone = true;
    adversary.meet(mischief, async (subject) => {
      isAlone = false;
      const contents = aimedAt(subject, await world.contents());
      const done = await act(hands, project, contents, world, own, quickActs);
      count(world.acts, `${done}, amid an apply`);
      story.push(`  meanwhile by hand: ${done}`);
      before = (await world.contents()).all;
    });
    world.watch.begins(aliasesOf(project));
    const ended = await world.oncall(['apply', '--yes'], machine);
    adversary.meet(undefined);
    await world.ready();
    story.push(`  exit ${ended.code}`);
    checkOutput(ended, project);
    expectNone('a call is wrong', world.watch.amiss());
    const isHarmless = mischief.deniedAt === undefined && killed === JSON.stringify(kills);
    if (isHarmless && isAlone && !isLate && hands.untagged.size === 0 && ended.code !== 0) {
      throw new Error(`apply fails for no reason:\n${ended.output}`);
    }
    if (machine === 'here') isDone = ended.code === 0;
    if (machine === 'here' && isDone) hands.pins.delete('overrides');
    if (machine === 'here' && ended.code === 0 && random.chance(0.1)) {
      story.push('the folder is cloned anew');
      hands.pins.add('overrides');
      rmSync(join(world.folders.here, '.oncall'), { recursive: true });
    }
    expectNone('what was acknowledged is lost', await world.ledger.missing(world.call));
    const after = await world.contents();
    expectNone('what was made by hand is touched', touched(before, after, hands));
    // Of two machines neither knows the other's tokens.
    if (!isOthersLate) expectNone('there are doubles', doubles(after, hands));
    // Done, it is done with what is late too.
    if (ended.code === 0) await adversary.calm();
  }
}

/** Of two at once one has to wait, and then finds nothing left to do. */
async function applyTwice(project: Project, world: World, story: string[]): Promise<void> {
  const { adversary, contents, hands, twice, watch } = world;
  await adversary.calm();
  watch.begins(aliasesOf(project));
  const before = (await contents()).all;
  const both = await twice(['apply', '--yes']);
  story.push(`two applies at once: exit ${both.map(({ code }) => code).join(' and ')}`);
  if (both.every(({ output }) => /^Done: [1-9]/m.test(output))) {
    throw new Error(`both have done something:\n${both.map(({ output }) => output).join('\n')}`);
  }
  expectNone('what was made by hand is touched', touched(before, await contents(), hands));
}

/** Applies in peace until that succeeds, and sees that nothing is left to do. */
async function settle(project: Project, world: World, story: string[]): Promise<number> {
  world.write(project);
  await world.adversary.calm();
  await tagAgain(world.hands, world.byHand);
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
      checkKept(join(world.folders.here, '.oncall'), project);
      return times;
    }
    if (times === 3) throw new Error(`apply does not come to an end:\n${ended.output}`);
  }
}

/** Holds the account against one in which the same project was applied once, and in peace. */
async function compare(project: Project, world: World, tool: Tool, worker: Worker): Promise<void> {
  const fresh = await tool.serve();
  const folder = mkdtempSync(join(tmpdir(), 'oncall-fresh-'));
  try {
    const call = callOf(() => fresh.url);
    const made = await makeNeighbours(call);
    write(folder, filesOf(project));
    const ended = await worker.run(['apply', '--yes', '--endpoint', fresh.url], folder);
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

/** With nothing to pick but what the tool is about to change. */
function aimedAt(subject: string, contents: Contents): Contents {
  return {
    all: new Map([...contents.all].filter(([arn]) => arn === subject)),
    overrides: contents.overrides.filter(({ rotationArn }) => rotationArn === subject),
    channels: contents.channels.filter(({ contactArn }) => contactArn === subject),
  };
}

function aliasesOf({ contacts, schedules, plans }: Project): ReadonlySet<string> {
  const all = [...contacts, ...schedules, ...plans];
  return new Set(all.map(([name, { alias }]) => alias ?? name));
}

function expectNone(what: string, found: readonly string[]): void {
  if (found.length > 0) throw new Error(`${what}:\n${found.join('\n')}`);
}

function checkOutput({ code, output }: Ended, project: Project): void {
  if (code === 70 || /this is a bug/.test(output)) throw new Error(`a bug:\n${output}`);
  const shown = addressesOf(project).filter((address) => output.includes(address));
  if (shown.length > 0) throw new Error(`an address is shown:\n${output}`);
}

/** What the tool keeps must hold no address either. */
function checkKept(folder: string, project: Project): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    const kept = addressesOf(project).filter((address) => text.includes(address));
    if (kept.length > 0) throw new Error(`${entry.name} holds an address:\n${text}`);
  }
}
