import { randomUUID } from 'node:crypto';
import type { Model } from '@oncall/language';
import { isLoopback } from '../aws/connect.ts';
import type { Command, Invocation, Surroundings } from '../command-line/command.ts';
import { holdInterrupts } from '../deployment/interrupt.ts';
import { destinationOf } from '../deployment/target.ts';
import { type ExitCode, exitCodes, OperationalError, usageError } from '../exit.ts';
import { type Drill, drill, reachesSomeone, whoEndsIt } from '../people/drill.ts';
import { type OpenPeople, withAccount, withPeople } from '../people/open-people.ts';
import { type ToldReceipt, type WatchEnd, watchEngagement } from '../people/watch-engagement.ts';
import { drillJson } from '../reporters/drill-json.ts';
import { drillText } from '../reporters/drill-text.ts';
import { visible } from '../terminal/visible.ts';
import { clockText } from '../time/clock-text.ts';
import { tellEstimate } from '../time/estimate.ts';
import { named } from '../time/named.ts';

/** A drill: shows who would be paged now and, only where it is told to, pages them and watches. */
export const page: Command = {
  async run(invocation, surroundings) {
    const { terminal } = surroundings;
    const stopped = invocation.value('stop');
    if (stopped !== undefined) return stop(stopped, invocation, surroundings);
    const message = messageOf(invocation, surroundings);
    const [word] = invocation.subjects;
    if (word === undefined) {
      throw usageError('oncall page needs a @PLAN', 'Write: oncall page @sre.');
    }
    const isJson = invocation.value('format') === 'json';
    const controller = new AbortController();
    const path = invocation.arguments[0];
    const opening = { path, invocation, surroundings, signal: controller.signal };
    return withPeople(opening, async (found) => {
      const target = targetMeant(word, found.loaded.analysis.model);
      const asked = invocation.value('state') === 'files' ? 'files' : 'live';
      const planned = drill(found, target, asked);
      if (!isJson || message === undefined) {
        terminal.out.write(
          isJson ? drillJson(planned) : drillText(planned, found.target.place, terminal.out.paint),
        );
      }
      if (!isJson) tellEstimate(terminal.err);
      if (message === undefined) {
        return reachesSomeone(planned) ? exitCodes.fine : exitCodes.failed;
      }
      return send(message, planned, found, controller, invocation, surroundings);
    });
  },
};

interface Message {
  readonly subject: string;
  readonly content: string;
}

/** Undefined where nothing is to be sent. */
function messageOf(invocation: Invocation, { terminal }: Surroundings): Message | undefined {
  const subject = invocation.value('subject');
  if (!invocation.has('send')) {
    if (subject !== undefined || invocation.has('content') || invocation.has('yes')) {
      throw usageError('--subject, --content and --yes go with --send alone');
    }
    return undefined;
  }
  if (invocation.has('dry-run')) throw usageError('--send and --dry-run exclude each other');
  if (invocation.value('state') === 'files') {
    throw usageError('--send pages by what is deployed, not by the files');
  }
  if (subject === undefined) {
    throw usageError(
      '--send needs a --subject, which people are told',
      'Write one like --subject "On-call drill".',
    );
  }
  if (!invocation.has('yes') && !terminal.canAsk) {
    throw usageError(
      'page asks before it pages anyone, and there is no terminal to ask on',
      'Give --yes to page without being asked.',
    );
  }
  const content = invocation.value('content') ?? 'This is a drill. Please acknowledge.';
  return { subject, content };
}

function targetMeant(word: string, model: Model): Drill['target'] {
  const [found] = named(word, model, ['plan', 'contact']);
  return found as Drill['target'];
}

async function send(
  message: Message,
  planned: Drill,
  found: OpenPeople,
  controller: AbortController,
  invocation: Invocation,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { terminal } = surroundings;
  const { err } = terminal;
  const { name } = planned.target;
  const paged = found.live.contacts.find(({ arn }) => found.names.contact(arn) === name);
  if (paged === undefined) {
    throw new OperationalError(
      exitCodes.failed,
      `@${name} is not deployed yet, so nobody can be paged`,
      'Run oncall apply first.',
    );
  }
  if (!invocation.has('yes')) {
    const answer = await terminal.ask(
      `This pages people for real. Type ${visible(paged.alias)} to do it: `,
    );
    if (answer?.trim() !== paged.alias) {
      err.write('Nobody was paged.\n');
      return answer === undefined ? exitCodes.interrupted : exitCodes.failed;
    }
  }
  // Held before anyone is engaged: who interrupts must hear how to stop what has begun.
  const release = holdInterrupts(controller, exitCodes.interrupted, () => {});
  try {
    const engagement = await startEngagement(message, paged.arn, found);
    return await watch(engagement, planned, found, controller.signal, invocation, surroundings);
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
    err.write('Interrupted before AWS has answered: someone may be engaged.\n');
    return exitCodes.interrupted;
  } finally {
    release();
  }
}

async function watch(
  engagement: string,
  planned: Drill,
  found: OpenPeople,
  signal: AbortSignal,
  invocation: Invocation,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { out, err } = surroundings.terminal;
  const isJson = invocation.value('format') === 'json';
  const stopWords = `To stop it: oncall page --stop ${engagement}${where(invocation)}\n`;
  err.write(`Engaged. ${stopWords}`);
  const receipts: ToldReceipt[] = [];
  const goesOn = () => err.write(`The engagement goes on. ${stopWords}`);
  try {
    const end = await watchEngagement(found, {
      engagement,
      enders: whoEndsIt(planned),
      // What comes at the last instant may be told late.
      until: Date.now() + (planned.end - planned.at) * 1_000 + 60_000,
      interval: intervalOf(invocation, surroundings),
      signal,
      onReceipt: (receipt) => {
        receipts.push(receipt);
        if (!isJson) out.write(receiptText(receipt, planned));
      },
    });
    out.write(isJson ? drillJson(planned, { engagement, receipts, end }) : `${endText(end)}\n`);
    if (end.kind === 'interrupted') {
      goesOn();
      return exitCodes.interrupted;
    }
    if (receipts.some(({ type }) => type === 'READ')) return exitCodes.fine;
    err.write('Nobody acknowledged.\n');
    return exitCodes.failed;
  } catch (error) {
    goesOn();
    throw error;
  }
}

async function startEngagement(
  { subject, content }: Message,
  arn: string,
  { target }: OpenPeople,
): Promise<string> {
  const { EngagementArn } = await target.connection.call('StartEngagement', {
    ContactId: arn,
    Sender: 'oncall',
    Subject: subject,
    Content: content,
    // Text messages show these alone.
    PublicSubject: subject,
    PublicContent: content,
    // One token for all tries: a lost answer must not page anyone twice.
    IdempotencyToken: randomUUID(),
  });
  return EngagementArn as string;
}

/** Milliseconds: a service on this machine can be asked as often as one likes. */
function intervalOf(invocation: Invocation, surroundings: Surroundings): number {
  const { kind, endpoint } = destinationOf(invocation, surroundings);
  return kind === 'local' || (endpoint !== undefined && isLoopback(endpoint)) ? 300 : 5_000;
}

/** The options that say where, to be given again. */
function where(invocation: Invocation): string {
  return ['local', 'endpoint', 'profile', 'region']
    .filter((option) => invocation.has(option))
    .map((option) => {
      const value = invocation.value(option);
      return value === undefined ? ` --${option}` : ` --${option} ${value}`;
    })
    .join('');
}

const receiptWords: Readonly<Record<ToldReceipt['type'], string>> = {
  SENT: 'sent',
  DELIVERED: 'delivered',
  READ: 'acknowledged',
  ERROR: 'FAILED',
  STOP: 'stopped',
};

function receiptText({ at, contact, channel, type }: ToldReceipt, { zone }: Drill): string {
  return visible(`${clockText(zone, at)}  ${receiptWords[type]}  ${channel} of ${contact}`).concat(
    '\n',
  );
}

function endText(end: WatchEnd): string {
  if (end.kind === 'accepted') return visible(`Accepted by ${end.by}.`);
  return end.kind === 'over' ? 'The engagement is over.' : 'No longer watched.';
}

async function stop(
  engagement: string,
  invocation: Invocation,
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (invocation.has('send') || invocation.subjects.length > 0) {
    throw usageError('--stop takes an engagement, and nothing to page');
  }
  if (!/^arn:[^:]*:ssm-contacts:[^:]*:\d{12}:engagement\/.+$/.test(engagement)) {
    throw usageError(
      `--stop can't be ${visible(engagement)}`,
      'Write the ARN of the engagement, which oncall page --send has told.',
    );
  }
  const opening = { path: invocation.arguments[0], invocation, surroundings };
  return withAccount(opening, async ({ target }) => {
    const input = { EngagementId: engagement, Reason: 'Stopped by oncall page --stop' };
    await target.connection.call('StopEngagement', input);
    surroundings.terminal.out.write('Stopped: nobody else is paged.\n');
    return exitCodes.fine;
  });
}
