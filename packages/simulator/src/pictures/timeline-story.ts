/**
 * What a picture of a page shows: stages, engagements and answers in the order in which they begin,
 * and beside what happens what would have happened, had nobody answered.
 */
import type { ChannelType, Contact, Model, Origin } from '@oncall/language';
import type { Acknowledge, Engage, Event, PlanStageStart } from '../event.ts';
import { type Page, timeline } from '../timeline.ts';

/** Times are minutes since the page. */
export interface TimelineStory {
  readonly rows: readonly StoryRow[];
  /** When the last of all that happens or would have happened is over. */
  readonly end: number;
  readonly events: readonly Event[];
}

export type StoryRow = StageRow | EngagementRow | AnswerRow;

/** A stage of the plan. */
export interface StageRow {
  readonly kind: 'stage';
  readonly number: number;
  readonly start: number;
  /** When it would be over if nobody answered. */
  readonly end: number;
  /** When an answer stops the plan: within the stage, or not later than its start. */
  readonly stoppedAt: number | undefined;
  /** NAMEs of its targets. */
  readonly targets: readonly string[];
  readonly reason: string;
  readonly origin: Origin | undefined;
}

/** A contact, from being engaged until all own stages are over. */
export interface EngagementRow {
  readonly kind: 'engagement';
  readonly contact: string;
  readonly essential: boolean;
  readonly start: number;
  readonly end: number;
  readonly stoppedAt: number | undefined;
  readonly reason: string;
  readonly origin: Origin | undefined;
  readonly lanes: readonly ChannelLane[];
}

/** One channel of a contact, and when it is tried. */
export interface ChannelLane {
  readonly channel: string;
  readonly type: ChannelType | undefined;
  readonly origin: Origin | undefined;
  readonly tries: readonly Try[];
}

export interface Try {
  readonly at: number;
  readonly kind: 'notify' | 'retry';
  readonly reason: string;
  /** Of the contact's stage. */
  readonly origin: Origin | undefined;
  /** Whether an answer comes first. */
  readonly isStopped: boolean;
}

export interface AnswerRow {
  readonly kind: 'answer';
  readonly contact: string;
  readonly at: number;
  readonly effective: boolean;
  readonly stopsPlan: boolean;
  readonly reason: string;
}

export function timelineStory(model: Model, page: Page): TimelineStory {
  const events = timeline(model, page);
  const unanswered = timeline(model, { ...page, nobodyAnswers: true });
  const answers = events.filter((it) => it.kind === 'acknowledge');
  const stop = events.find((it) => it.kind === 'stop' && it.contact === undefined);
  const plan = page.target.kind === 'plan' ? model.plans.get(page.target.name) : undefined;
  const happens = new Set(events.map(keyOf));

  const stageRow = (event: PlanStageStart): StageRow => {
    const stage = plan?.stages[event.stage - 1];
    const end = event.offsetMinutes + (stage?.minutes ?? 0);
    return {
      kind: 'stage',
      number: event.stage,
      start: event.offsetMinutes,
      end,
      stoppedAt: stop !== undefined && stop.offsetMinutes < end ? stop.offsetMinutes : undefined,
      targets: stage?.targets.map(({ to }) => to.name) ?? [],
      reason: happens.has(keyOf(event)) ? event.reason : (stop?.reason ?? event.reason),
      origin: stage?.origin,
    };
  };
  const rows = [
    ...unanswered.flatMap((event): StoryRow[] => {
      if (event.kind === 'stage-start' && event.contact === undefined) return [stageRow(event)];
      if (event.kind !== 'engage' || !happens.has(keyOf(event))) return [];
      return [engagementRow(model, event, answers)];
    }),
  ];
  for (const answer of answers) {
    const stopsPlan = stop?.at === answer.at && stop.reason.startsWith(`${answer.contact} `);
    const row = answerRow(answer, stopsPlan);
    // Before all else of its instant.
    const place = rows.findIndex((it) => startOf(it) >= row.at && it.kind !== 'answer');
    rows.splice(place === -1 ? rows.length : place, 0, row);
  }
  const ends = rows.map((row) => (row.kind === 'answer' ? 0 : row.end));
  return { rows, end: Math.max(0, ...ends), events };
}

/** The one of the engagement that ends it: an answer at its very instant comes too early. */
function engagementRow(
  model: Model,
  event: Engage,
  answers: readonly Acknowledge[],
): EngagementRow {
  const { contact: name, offsetMinutes: start } = event;
  const contact = model.contacts.get(name);
  const answer = answers.find((it) => it.effective && it.contact === name && it.at > event.at);
  const own = contact?.stages.reduce((sum, { minutes }) => sum + minutes, 0) ?? 0;
  const end = start + own;
  const answered = answer?.offsetMinutes;
  return {
    kind: 'engagement',
    contact: name,
    essential: event.essential,
    start,
    end,
    stoppedAt: answered !== undefined && answered < end ? answered : undefined,
    reason: event.reason,
    origin: contact?.origin ?? model.externs.get(name)?.origin,
    lanes: contact === undefined ? [] : lanesOf(model, contact, event, answered),
  };
}

function lanesOf(
  model: Model,
  contact: Contact,
  engage: Engage,
  answered: number | undefined,
): readonly ChannelLane[] {
  // Paged alone, so that these are the tries of this engagement and of no other.
  const alone = timeline(model, { target: contact, at: engage.at });
  const tries = new Map<string, Try[]>();
  for (const event of alone) {
    if (event.kind !== 'notify' && event.kind !== 'retry') continue;
    const at = engage.offsetMinutes + event.offsetMinutes;
    const lane = tries.get(event.channel) ?? [];
    tries.set(event.channel, lane);
    lane.push({
      at,
      kind: event.kind,
      reason: event.reason,
      origin: contact.stages[event.stage - 1]?.origin,
      isStopped: answered !== undefined && at >= answered,
    });
  }
  return [...tries].map(([name, found]) => {
    const channel = contact.channels.find((it) => it.name === name);
    return { channel: name, type: channel?.type, origin: channel?.origin, tries: found };
  });
}

function answerRow(event: Acknowledge, stopsPlan: boolean): AnswerRow {
  return {
    kind: 'answer',
    contact: event.contact,
    at: event.offsetMinutes,
    effective: event.effective,
    stopsPlan,
    reason: event.reason,
  };
}

function startOf(row: StoryRow): number {
  return row.kind === 'answer' ? row.at : row.start;
}

function keyOf(event: Event): string {
  const stage = 'stage' in event ? event.stage : '';
  return `${event.kind} ${event.contact ?? ''} ${stage} ${event.at}`;
}
