/**
 * Who is paged when, by what, and what stops it. Rules: "Engagement, as simulated" of the language.
 * AWS documents neither what a stage without people does nor how several essential targets play
 * together: that it waits, and that the first acknowledgement stops the plan, are estimates.
 */
import { formatMinutes } from '@oncall/language';
import { type Agenda, agenda } from './agenda.ts';
import type { EngagementRules, PlanRules } from './engagement-rules.ts';
import { type Engagements, engagements, type Untimed } from './engagements.ts';
import type { Event } from './event.ts';
import { engagedBy, onCallIn, unmanned } from './targets.ts';

export interface Page {
  readonly target: {
    readonly kind: 'plan' | 'schedule' | 'contact' | 'extern';
    /** NAME. */
    readonly name: string;
  };
  /** Epoch seconds. */
  readonly at: number;
  readonly acknowledgements?: readonly Acknowledgement[];
  /** Whether all acknowledgements are left out. */
  readonly nobodyAnswers?: boolean;
}

export interface Acknowledgement {
  readonly contact: string;
  /** Seconds after the page. */
  readonly after: number;
}

/** All events of a page, in the order in which they happen; none where the target is not there. */
export function timeline(model: EngagementRules, page: Page): readonly Event[] {
  const { target, at: pagedAt } = page;
  const events: Event[] = [];
  const tell = (at: number, event: Untimed) => {
    events.push({ at, offsetMinutes: (at - pagedAt) / 60, ...event });
  };
  const due = agenda();
  const people = engagements(model, due, tell);
  const plan = target.kind === 'plan' ? model.plans.get(target.name) : undefined;
  const run = plan === undefined ? undefined : planRun(model, plan, due, people, tell);

  // Put in first, since an acknowledgement comes before all else of its instant.
  const answers = page.nobodyAnswers === true ? [] : (page.acknowledgements ?? []);
  for (const { contact, after } of answers) {
    const at = pagedAt + after;
    due.put(at, () => {
      if (people.acknowledge(contact, at)) run?.stop(contact, at);
    });
  }
  due.put(pagedAt, () => {
    if (target.kind === 'plan') run?.start(pagedAt);
    else if (target.kind === 'schedule') {
      for (const it of onCallIn(model, target.name, false, pagedAt)) people.engage(it, pagedAt);
    } else {
      people.engage({ contact: target.name, essential: false, reason: 'paged by name' }, pagedAt);
    }
  });
  due.run();
  return events;
}

interface PlanRun {
  start(at: number): void;
  stop(answering: string, at: number): void;
}

function planRun(
  model: EngagementRules,
  plan: PlanRules,
  due: Agenda,
  people: Engagements,
  tell: (at: number, event: Untimed) => void,
): PlanRun {
  let isStopped = false;

  function startStage(index: number, at: number): void {
    const stage = plan.stages[index];
    if (stage === undefined || isStopped) return;
    const number = index + 1;
    const before = plan.stages[index - 1];
    const why =
      before === undefined
        ? `${plan.name} is engaged`
        : `${formatMinutes(before.minutes)} after stage ${index} of ${plan.name}`;
    const empty = unmanned(model, stage.targets, at);
    const besides = [
      ...(stage.targets.length === 0 ? [`waits ${formatMinutes(stage.minutes)}`] : []),
      ...empty.map((name) => `nobody is on call in ${name}, so it pages nobody (an estimate)`),
    ];
    const schedules = stage.targets.flatMap(({ to }) => (to.kind === 'schedule' ? [to.name] : []));
    const reason = [why, ...besides].join('; ');
    tell(at, { kind: 'stage-start', stage: number, schedules, reason });
    // Put in before those of the contacts, so that of one instant the plan's stage is told first.
    const end = at + stage.minutes * 60;
    due.put(end, () => startStage(index + 1, end));
    for (const it of engagedBy(model, stage, at)) people.engage(it, at, number);
  }

  return {
    start: (at) => startStage(0, at),
    stop(answering, at) {
      if (isStopped) return;
      isStopped = true;
      const reason = `${answering} was engaged as essential, so no later stage of ${plan.name} starts`;
      tell(at, { kind: 'stop', reason });
    },
  };
}
