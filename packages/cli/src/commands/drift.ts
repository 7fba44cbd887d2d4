import { drift as driftOf } from '@oncall/compiler';
import type { Command } from '../command-line/command.ts';
import { type Survey, survey } from '../deployment/survey.ts';
import { exitCodes } from '../exit.ts';
import { driftJson } from '../reporters/drift-json.ts';
import { driftText, hasDrifted } from '../reporters/drift-text.ts';

/** Tells how the account and the files differ, and which of them changed since the last apply. */
export const drift: Command = {
  async run(invocation, surroundings) {
    const { out } = surroundings.terminal;
    const found = await survey(invocation, surroundings, new AbortController().signal, {
      path: invocation.arguments[0],
      adopt: false,
      against: 'files',
      readsTags: true,
    });
    if (found === undefined) return exitCodes.failed;
    await found.target.close();
    const drifted = driftOf(found.resources, found.live, lastSeen(found), found.project);
    const isJson = invocation.value('format') === 'json';
    out.write(isJson ? driftJson(found, drifted) : driftText(found, drifted, out.paint));
    return hasDrifted(drifted) ? exitCodes.changes : exitCodes.fine;
  },
};

function lastSeen({ journal, resources, live }: Survey) {
  if (journal.isEmpty) return undefined;
  return journal.lastSeen([
    ...resources.flatMap((each) =>
      each.kind === 'channel' ? [each.input.DeliveryAddress.SimpleAddress] : [],
    ),
    ...live.contacts.flatMap(({ channels }) => channels.map(({ address }) => address)),
  ]);
}
