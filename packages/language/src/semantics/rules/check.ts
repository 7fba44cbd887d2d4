/** Runs rules over what pieces declare. */
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { isMisread } from '../besides.ts';
import {
  contactAt,
  entityNamed,
  type Facts,
  isMeant,
  isPerhaps,
  projectOf,
  useOf,
} from '../program/facts.ts';
import { isSound } from '../resolve/resolve.ts';
import type { Entity, Use } from '../resolve/resolved-piece.ts';
import { isWanted, type Levels } from '../silence.ts';
import { Notes } from '../tables/notes.ts';
import type { Rule, RuleContext } from './rule.ts';

export interface CheckedPiece {
  readonly findings: readonly Finding[];
  /** The names that rules asked about. */
  readonly asked: readonly string[];
}

/** Checks what pieces declare; that depends on it, and on what rules ask of the facts. */
export function checking(
  facts: Facts,
  rules: readonly Rule[],
  levels: Levels,
): (entities: readonly Entity[]) => CheckedPiece {
  const notes = new Notes();
  let findings: Finding[] = [];
  const context = contextOf(facts, levels, notes, (finding) => {
    if (!isMisread(finding.origin)) findings.push(finding);
  });
  const ofKind = {
    contact: rules.flatMap(({ contact }) => contact ?? []),
    plan: rules.flatMap(({ plan }) => plan ?? []),
    schedule: rules.flatMap(({ schedule }) => schedule ?? []),
    rotation: rules.flatMap(({ rotation }) => rotation ?? []),
    template: rules.flatMap(({ template }) => template ?? []),
    test: rules.flatMap(({ test }) => test ?? []),
  };
  return (entities) => {
    for (const entity of entities) {
      if (entity.kind === 'project' || entity.kind === 'extern') continue;
      if (entity.kind !== 'test' && !isMeant(facts, entity)) continue;
      // Each list takes the kind that it is kept under, which the type of a look-up can't say.
      const checks = ofKind[entity.kind] as readonly Check[];
      for (const check of checks) check(entity, context);
    }
    const found = findings.length === 0 ? none : findings;
    findings = [];
    return { findings: found, asked: notes.take() };
  };
}

type Check = (entity: Entity, context: RuleContext) => void;

const none: readonly never[] = [];

/** The facts as rules may ask for them, with notes taken of the names. */
function contextOf(
  facts: Facts,
  levels: Levels,
  notes: Notes,
  tell: RuleContext['tell'],
): RuleContext {
  const project = projectOf(facts);
  const uses = (kind: Use['kind']) => notes.of((name) => useOf(facts, kind, name));
  return {
    tell,
    projectTags: new Set(project?.tags.map(({ key }) => key)),
    contacts: notes.of((name) => entityNamed(facts, 'contact', name)),
    plans: notes.of((name) => entityNamed(facts, 'plan', name)),
    schedules: notes.of((name) => entityNamed(facts, 'schedule', name)),
    rotations: notes.of((name) => entityNamed(facts, 'rotation', name)),
    externs: notes.of((name) => entityNamed(facts, 'extern', name)),
    contactAt: (address) => contactAt(facts, address),
    uses: {
      contact: uses('contact'),
      plan: uses('plan'),
      schedule: uses('schedule'),
      extern: uses('extern'),
      rotation: uses('rotation'),
      template: uses('template'),
    },
    isPerhapsUsed: (name) => {
      notes.add(name);
      return isPerhaps(facts, name);
    },
    isSound,
    isWanted: (code) => isWanted(code, project?.lint ?? none, levels),
  };
}
