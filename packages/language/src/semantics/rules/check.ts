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
import type { Use } from '../resolve/references.ts';
import { type Entity, isSound } from '../resolve/resolve.ts';
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
  const context = contextOf(facts, levels, notes);
  return (entities) => {
    const findings: Finding[] = [];
    for (const entity of entities) {
      if (entity.kind !== 'project' && entity.kind !== 'test' && !isMeant(facts, entity)) continue;
      for (const rule of rules) {
        for (const finding of found(rule, entity, context)) {
          if (!isMisread(finding.origin)) findings.push(finding);
        }
      }
    }
    return { findings: findings.length === 0 ? none : findings, asked: notes.take() };
  };
}

const none: readonly never[] = [];

function found(rule: Rule, entity: Entity, context: RuleContext): Iterable<Finding> {
  switch (entity.kind) {
    case 'contact':
      return rule.contact?.(entity, context) ?? none;
    case 'plan':
      return rule.plan?.(entity, context) ?? none;
    case 'schedule':
      return rule.schedule?.(entity, context) ?? none;
    case 'rotation':
      return rule.rotation?.(entity, context) ?? none;
    case 'template':
      return rule.template?.(entity, context) ?? none;
    case 'test':
      return rule.test?.(entity, context) ?? none;
    default:
      return none;
  }
}

/** The facts as rules may ask for them, with notes taken of the names. */
function contextOf(facts: Facts, levels: Levels, notes: Notes): RuleContext {
  const project = projectOf(facts);
  const uses = (kind: Use['kind']) => notes.of((name) => useOf(facts, kind, name));
  return {
    projectTags: project?.tags.map(({ key }) => key) ?? none,
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
