/**
 * How many calls plan and apply make of the service, beside those that Terraform's provider for AWS
 * makes for the same resources; how long they take against a service on this machine, and how much
 * memory they hold. The calls are counted on their way, by a server between the two.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment } from './measure.mjs';
import { line, section } from './print.mjs';

const oncall = fileURLToPath(new URL('../packages/cli/dist/oncall.js', import.meta.url));
const peakMemory = fileURLToPath(new URL('peak-memory.cjs', import.meta.url));

export async function benchCalls({ quick }) {
  const people = quick ? 100 : 1_000;
  for (const channels of [1, 2]) await benchProject({ people, channels });
}

async function benchProject(size) {
  const { people, channels } = size;
  const counts = countsOf(size);
  section(
    `Calls of the service: ${people} people with ${channels} ${channels === 1 ? 'channel' : 'channels'}, ` +
      `${counts.rotations} rotations, ${counts.schedules} schedules, ${counts.plans} plans`,
  );
  line('', 'calls', 'Terraform', 'ratio', 'time, memory at the peak');
  const folder = mkdtempSync(join(tmpdir(), 'oncall-calls-'));
  const service = await startService();
  const counter = await startCounter(service.port);
  const measured = async (title, expected, words, check) => {
    counter.calls = 0;
    const { seconds, bytes, output } = await run([...words, folder, '--endpoint', counter.url]);
    if (!output.includes(check)) throw new Error(`${title}: ${output}`);
    const ratio = (counter.calls / expected).toFixed(2);
    const spent = `${seconds.toFixed(1)} s, ${Math.round(bytes / 1e6)} MB`;
    line(`  ${title}`, String(counter.calls), String(expected), ratio, spent);
  };
  try {
    writeFileSync(join(folder, 'main.oncall'), projectText(size));
    const { create, refresh } = terraform(size);
    await measured('apply of all', create, ['apply', '--yes'], 'as the files say');
    await measured('plan by the journal (aim: at most 0.5)', refresh, ['plan'], 'Nothing to do');
    const changed = projectText(size).replace('"Person 0"', '"P 0"');
    writeFileSync(join(folder, 'main.oncall'), changed);
    // Terraform reads all that is there before it changes anything, and what it changed.
    const update = refresh + made.contact;
    await measured('apply of one change', update, ['apply', '--yes'], '1 of 1 step');
    await measured('drift, which reads all tags', refresh, ['drift'], 'No drift');
    rmSync(join(folder, '.oncall'), { recursive: true });
    await measured('plan of a fresh clone', refresh, ['plan'], 'Nothing to do');
  } finally {
    counter.close();
    service.child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

const read = { contact: 2, channel: 1, plan: 1, rotation: 2 };
const made = { contact: 3, channel: 2, plan: 2, rotation: 1 };

/**
 * By the source of terraform-provider-aws, internal/service/ssmcontacts, and what reads tags for
 * it. What has tags is read with ListTagsForResource. People, plans and schedules are each a
 * contact and a plan to it; each create but that of a rotation reads what it made.
 */
function terraform(size) {
  const { contacts, channels, rotations } = countsOf(size);
  const total = (of) =>
    contacts * (of.contact + of.plan) + channels * of.channel + rotations * of.rotation;
  return { refresh: total(read), create: total(made) };
}

function countsOf({ people, channels }) {
  const [rotations, schedules, plans] = [people / 10, people / 10, people / 2];
  const contacts = people + schedules + plans;
  return { contacts, channels: people * channels, rotations, schedules, plans };
}

function projectText(size) {
  const { people } = size;
  const { rotations, plans } = countsOf(size);
  const list = (count, text) => Array.from({ length: count }, (_, at) => text(at));
  return [
    'project calls < account "111122223333" region "us-east-2" >',
    ...list(people, (at) => personText(at, size)),
    ...list(rotations, (at) => {
      const members = list(7, (turn) => `@person-${(at * 10 + turn) % people}`).join(' ');
      const when = 'zone "Europe/Berlin" start 2026-01-05T09:00 weekly mon 09:00';
      return `rotation turns-${at} < ${when} members ${members} >\nschedule team-${at} < rotation @turns-${at} >`;
    }),
    ...list(plans, (at) => {
      const [team, person] = [at % rotations, (2 * at) % people];
      return `plan plan-${at} < stage 5m < notify @team-${team} essential > stage 10m < notify @person-${person} > >`;
    }),
    '',
  ].join('\n\n');
}

function personText(at, { channels }) {
  // There is no country of the code 999.
  const phone = `channel phone voice "+9995550${String(at).padStart(5, '0')}" stage 5m < notify phone >`;
  const mail = `channel mail email "person-${at}@example.com" stage 5m < notify mail >`;
  return `contact person-${at} "Person ${at}" < ${phone} ${channels === 1 ? '' : mail} >`;
}

/** In memory, and a process of its own. */
async function startService() {
  const words = ['local-service', '--region', 'us-east-2', '--account', '111122223333'];
  const child = spawn(process.execPath, [oncall, ...words], { env: environment() });
  let said = '';
  for await (const part of child.stdout) {
    said += part;
    const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
    if (port !== undefined) {
      child.stdout.resume();
      child.stderr.resume();
      return { child, port: Number(port) };
    }
  }
  throw new Error(`the local service did not start: ${said}`);
}

async function startCounter(port) {
  const agent = new Agent({ keepAlive: true });
  const counter = { calls: 0, url: '', close: () => {} };
  const server = createServer((asked, answer) => {
    counter.calls += 1;
    const { method, url, headers } = asked;
    const passedOn = request({ port, agent, method, path: url, headers }, (response) => {
      answer.writeHead(response.statusCode, response.headers);
      response.pipe(answer);
    });
    asked.pipe(passedOn);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  counter.url = `http://127.0.0.1:${server.address().port}`;
  counter.close = () => {
    server.closeAllConnections();
    server.close();
    agent.destroy();
  };
  return counter;
}

async function run(words) {
  const report = join(tmpdir(), `oncall-peak-${process.pid}`);
  const start = performance.now();
  const child = spawn(process.execPath, ['--require', peakMemory, oncall, ...words], {
    env: { ...environment(), PEAK_MEMORY_FILE: report },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part) => {
      output += part;
    });
  }
  await new Promise((closed) => child.once('close', closed));
  const seconds = (performance.now() - start) / 1_000;
  const bytes = Number(readFileSync(report, 'utf8'));
  rmSync(report);
  return { seconds, bytes, output };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await benchCalls({ quick: process.argv.includes('--quick') });
}
