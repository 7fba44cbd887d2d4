import type { Command, Invocation } from '../command-line/command.ts';
import { type ExitCode, exitCodes, usageError } from '../exit.ts';
import {
  activateChannel,
  type Channel,
  channelNamed,
  isCode,
  notActivated,
  sendCode,
} from '../people/activation.ts';
import { type OpenPeople, withPeople } from '../people/open-people.ts';
import { activationJson } from '../reporters/activation-json.ts';
import { activationText, channelText } from '../reporters/activation-text.ts';
import { counted } from '../terminal/counted.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Gives AWS the codes that it has sent to channels, so that it pages them. Codes are never shown. */
export const activate: Command = {
  async run(invocation, surroundings) {
    const { terminal } = surroundings;
    const wish = wishOf(invocation, terminal);
    return withPeople({ path: wish.path, invocation, surroundings }, async (found) => {
      switch (wish.kind) {
        case 'resend':
          return resend(channelNamed(wish.channel, found), found, terminal);
        case 'one':
          return activateOne(channelNamed(wish.channel, found), wish.code, found, terminal);
        case 'list': {
          const waiting = notActivated(found);
          terminal.out.write(wish.isJson ? activationJson(waiting) : activationText(waiting));
          if (waiting.length > 0 && !wish.isJson) terminal.err.note(howTo);
          return waiting.length === 0 ? exitCodes.fine : exitCodes.failed;
        }
        case 'ask':
          return askForAll(found, terminal);
      }
    });
  },
};

const howTo =
  'Give a code: oncall activate @CONTACT.CHANNEL CODE. On a terminal it asks for each.\n';

type Wish = { readonly path: string | undefined } & (
  | { readonly kind: 'resend'; readonly channel: string }
  | { readonly kind: 'one'; readonly channel: string; readonly code: string | undefined }
  | { readonly kind: 'list'; readonly isJson: boolean }
  | { readonly kind: 'ask' }
);

function wishOf(invocation: Invocation, { canAsk }: Terminal): Wish {
  const [channel] = invocation.subjects;
  const codes = invocation.arguments.filter(isCode);
  const [path, ...more] = invocation.arguments.filter((word) => !isCode(word));
  // No message shows a word that may be a code.
  if (codes.length > 1 || more.length > 0) {
    throw usageError('oncall activate takes one channel, one code and one PATH');
  }
  const resent = invocation.value('resend');
  if (resent !== undefined) {
    if (channel !== undefined || codes.length > 0) {
      throw usageError('--resend takes its channel itself', 'Write: --resend @alice.phone.');
    }
    return { kind: 'resend', channel: resent, path };
  }
  if (channel !== undefined) {
    const [code] = codes;
    if (code === undefined && (path !== undefined || !canAsk)) {
      throw usageError(
        'a channel needs the code that was sent to it: 6 to 10 digits',
        'Write: oncall activate @alice.phone CODE. --resend @alice.phone sends a new one.',
      );
    }
    return { kind: 'one', channel, code, path };
  }
  if (codes.length > 0) {
    throw usageError('a code needs its channel', 'Write: oncall activate @alice.phone CODE.');
  }
  const isJson = invocation.value('format') === 'json';
  return isJson || !canAsk ? { kind: 'list', isJson, path } : { kind: 'ask', path };
}

async function activateOne(
  channel: Channel,
  given: string | undefined,
  found: OpenPeople,
  terminal: Terminal,
): Promise<ExitCode> {
  if (channel.state === 'activated') {
    terminal.out.write(`${channelText(channel)} is activated already.\n`);
    return exitCodes.fine;
  }
  if (given === undefined) return tellEnd([await askFor(channel, '', found, terminal)], terminal);
  const isDone = await activateChannel(channel, given, found, terminal.err);
  if (isDone) terminal.out.write(`${channelText(channel)} is activated.\n`);
  return isDone ? exitCodes.fine : exitCodes.failed;
}

async function resend(channel: Channel, found: OpenPeople, { out }: Terminal): Promise<ExitCode> {
  if (channel.state === 'activated') {
    out.write(`${channelText(channel)} is activated already; nothing was sent.\n`);
    return exitCodes.fine;
  }
  await sendCode(channel, found);
  out.write(
    `A new code is on its way to ${channelText(channel)}. Codes sent before count no more.\n`,
  );
  return exitCodes.fine;
}

type End = 'activated' | 'skipped' | 'interrupted';

async function askForAll(found: OpenPeople, terminal: Terminal): Promise<ExitCode> {
  const waiting = notActivated(found);
  if (waiting.length === 0) {
    terminal.out.write(activationText(waiting));
    return exitCodes.fine;
  }
  terminal.err.write(`${counted(waiting.length, 'channel')} not activated. For each, type its code;
r sends a new one, and nothing skips the channel.\n`);
  const ends: End[] = [];
  for (const [index, channel] of waiting.entries()) {
    const end = await askFor(channel, `[${index + 1}/${waiting.length}] `, found, terminal);
    ends.push(end);
    if (end === 'interrupted') break;
  }
  return tellEnd(ends, terminal, waiting.length);
}

async function askFor(
  channel: Channel,
  prefix: string,
  found: OpenPeople,
  terminal: Terminal,
): Promise<End> {
  const { err } = terminal;
  const deferred = channel.isDeferred ? ' (deferred: none is sent until you type r)' : '';
  for (;;) {
    const answer = await terminal.ask(`${prefix}${channelText(channel)}${deferred}, code: `);
    if (answer === undefined) return 'interrupted';
    const typed = answer.trim();
    if (typed === '') return 'skipped';
    if (typed === 'r') {
      await sendCode(channel, found);
      err.write('A new code is on its way; those sent before count no more.\n');
    } else if (!isCode(typed)) {
      err.write('A code is 6 to 10 digits.\n');
    } else if (await activateChannel(channel, typed, found, err)) {
      err.write('Activated.\n');
      return 'activated';
    }
  }
}

function tellEnd(ends: readonly End[], { out }: Terminal, count = ends.length): ExitCode {
  const done = ends.filter((end) => end === 'activated').length;
  out.write(`${done} of ${counted(count, 'channel')} activated.\n`);
  if (ends.includes('interrupted')) return exitCodes.interrupted;
  return done === count ? exitCodes.fine : exitCodes.failed;
}
