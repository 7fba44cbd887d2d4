import type { Finding } from '../../diagnostics/diagnostic.ts';
import { finding } from '../../diagnostics/finding.ts';
import type { ParsedPiece } from '../../syntax/parse.ts';
import type { Contact, ContactStage, Plan, PlanStage, Template } from '../model.ts';
import { fixOf, itemsAround, stageItemAt, without } from './mend.ts';
import { isOwn } from './own-stages.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Of stages in a row, not more than one lasts 0 minutes: the next would begin together with it. */
export const unreachableAfterZero: Rule = { contact: check, plan: check, template: check };

type Stage = ContactStage | PlanStage;

function check(owner: Contact | Plan | Template, { isSound, tell }: RuleContext): void {
  for (const [first, second, ...others] of runsOfZero(owner.stages)) {
    if (first === undefined || second === undefined || !isSound(owner)) continue;
    const related = [
      { origin: first.origin, message: 'This lasts 0 minutes.' },
      ...others.map(({ origin }) => ({ origin, message: 'This begins together with them too.' })),
    ];
    const fixes = merge([first, second, ...others]);
    tell(finding('unreachable-after-zero', second.origin, undefined, { related, fixes }));
  }
}

/** Stages of 0 minutes that are written in a row; those of a template are told of there. */
function runsOfZero(stages: readonly Stage[]): readonly (readonly Stage[])[] {
  if (stages.every(({ minutes }) => minutes > 0)) return [];
  const runs: Stage[][] = [[]];
  for (const stage of stages) {
    if (stage.minutes === 0 && isOwn(stage)) runs.at(-1)?.push(stage);
    else runs.push([]);
  }
  return runs;
}

/** Takes out what lies between the targets of one and those of the next. */
function merge(stages: readonly Stage[]): Finding['fixes'] {
  const names = stages.flatMap(({ targets }) =>
    targets.map((target) => ('to' in target ? target.to.name : target.channel)),
  );
  if (new Set(names).size < names.length) return [];
  const edits = stages.slice(1).map((stage, at) => {
    const before = stages[at] as Stage;
    const { piece } = stage.origin;
    const items = itemsAround(stage.origin);
    const [one, other] = [stageItemAt(before.origin), stageItemAt(stage.origin)];
    if (one === undefined || other === undefined) return undefined;
    if (items.indexOf(other) !== items.indexOf(one) + 1) return undefined;
    const start = one.items.at(-1)?.end;
    const end = other.items[0]?.start;
    if (start === undefined || end === undefined) return undefined;
    return without(piece, { start, end }, gapBefore(piece as ParsedPiece, end));
  });
  return fixOf('Merge them', edits);
}

/** The line end and indentation of what begins its line; else a space. */
function gapBefore({ text }: ParsedPiece, start: number): string {
  return /(?:\r\n?|\n)[ \t]*$/.exec(text.slice(0, start))?.[0] ?? ' ';
}
