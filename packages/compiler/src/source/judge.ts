import { type Analysis, analyze, type Diagnostic } from '@oncall/language';
import { type Change, describeReason, type Reason } from '../difference/change.ts';
import { difference } from '../difference/difference.ts';
import type { LiveState } from '../live-state.ts';
import { lower } from '../lower/lower.ts';
import { nameTag, projectTag } from '../ownership.ts';
import type { Tag } from '../wire.ts';
import { type Document, levels } from './document.ts';

/**
 * What of a document must not stand in it, by key, and why: the language refuses it, or it says
 * something else than the account, so that a plan would change more than whose it is. Nothing
 * where all is well.
 *
 * Held against the very analysis and difference that lint and plan use, so that what they know
 * need not be known here. Of several things, those that others refer to are told first: without
 * them the others may be well.
 */
export function judge(
  document: Document,
  live: LiveState,
  project: string,
  variable: (name: string) => string | undefined,
): ReadonlyMap<string, string> {
  const analysis = analyze(document.files);
  const errors = analysis.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return byKey(document, errors.flatMap(ofDiagnostic));

  const { resources, findings } = lower(analysis.model, { variable });
  if (findings.length > 0) {
    return byKey(document, findings.map(analysis.place).flatMap(ofDiagnostic));
  }
  const changes = difference(resources, live, { project, adopt: true });
  const wrong = changes.filter((change) => !onlyClaims(change));
  return byKey(
    document,
    wrong.flatMap((change) => ofChange(change, resources, analysis)),
  );
}

interface Refusal {
  readonly location: Diagnostic['location'];
  readonly why: string;
}

function ofDiagnostic({ code, location, related, message }: Diagnostic): readonly Refusal[] {
  // Which of two overrides AWS heeds is documented nowhere, so neither is the files' business.
  const both = code === 'overlapping-overrides' ? related.map((each) => each.location) : [];
  return [location, ...both].map((each) => ({ location: each, why: message }));
}

/** Whether a change does no more than tag what is there as ours. */
function onlyClaims({ action, calls }: Change): boolean {
  if (action === 'kept') return true;
  if (action !== 'adopt' && action !== 'update') return false;
  return calls.every(({ operation, input }) => {
    const { Tags = [] } = input as { readonly Tags?: readonly Tag[] };
    return operation === 'TagResource' && Tags.every(({ Key }) => ourTags.has(Key));
  });
}

const ourTags: ReadonlySet<string> = new Set([projectTag, nameTag]);

/** Where what is changed is declared; what would be deleted, where its owner is, if anywhere. */
function ofChange(
  change: Change,
  resources: readonly { readonly id: string; readonly origin: Change['origin'] }[],
  analysis: Analysis,
): readonly Refusal[] {
  const origin = change.origin ?? resources.find(({ id }) => id === change.of)?.origin;
  if (origin === undefined) return [];
  return [{ location: analysis.locate(origin), why: reasonsOf(change) }];
}

function reasonsOf({ action, reasons }: Change): string {
  const told = reasons
    .filter((reason) => !isClaim(reason))
    .map(describeReason)
    .join('; ');
  return action === 'blocked' ? told : `the language can't say all of it: ${told}`;
}

function isClaim(reason: Reason): boolean {
  if (reason.kind === 'note') return reason.text === 'exists, and is taken over';
  return reason.after !== undefined && [...ourTags].some((key) => reason.property === `tag ${key}`);
}

/** The first of what is told of each, on the first level on which there is any. */
function byKey(document: Document, refusals: readonly Refusal[]): ReadonlyMap<string, string> {
  const found = refusals.flatMap(({ location, why }) =>
    document.keysAt(location).map((key) => ({ key, level: document.levelOf(key), why })),
  );
  const first = levels.find((level) => found.some((each) => each.level === level));
  const told = new Map<string, string>();
  for (const { key, level, why } of found) {
    if (level === first && !told.has(key)) told.set(key, why);
  }
  return told;
}
