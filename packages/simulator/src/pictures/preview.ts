/** What an editor shows beside the text: the pictures of the declaration that one is at. */
import type { Model } from '@oncall/language';
import { clockText } from '../clock-text.ts';
import { onCall } from '../on-call.ts';
import { dayLength, weekStart } from '../recurrence.ts';
import { wallClock } from '../wall-clock.ts';
import { calendarPicture, calendarSentences, gapsText } from './calendar-picture.ts';
import { type CalendarSubject, calendarStory } from './calendar-story.ts';
import { graphPicture, graphSentences } from './graph-picture.ts';
import { type GraphSubject, graphStory } from './graph-story.ts';
import type { PictureOptions } from './picture.ts';
import { timelinePicture, timelineSentences } from './timeline-picture.ts';
import { timelineStory } from './timeline-story.ts';

/** A declaration, or the whole project. */
export type PreviewSubject = GraphSubject | { readonly kind: 'project' };

export interface Preview {
  readonly title: string;
  readonly sections: readonly PreviewSection[];
}

export interface PreviewSection {
  readonly heading: string;
  /** An SVG document. */
  readonly svg: string;
  /** The same in sentences; plain text. */
  readonly text: string;
}

/** Takes an instant in epoch seconds. Of a name that the model lacks there are no sections. */
export function preview(
  model: Model,
  subject: PreviewSubject,
  now: number,
  options: PictureOptions = {},
): Preview {
  if (subject.kind === 'project') return projectPreview(model, now, options);
  const title = `${subject.kind} ${subject.name}`;
  if (!isThere(model, subject)) return { title, sections: [] };
  switch (subject.kind) {
    case 'plan':
    case 'contact':
      return {
        title,
        sections: [
          timelineSection(model, { kind: subject.kind, name: subject.name }, now, options),
          graphSection(model, subject, options),
        ],
      };
    case 'schedule':
    case 'rotation':
      return {
        title,
        sections: [
          calendarSection(model, { kind: subject.kind, name: subject.name }, now, options),
          graphSection(model, subject, options),
        ],
      };
    case 'extern':
      return { title, sections: [graphSection(model, subject, options)] };
  }
}

function projectPreview(model: Model, now: number, options: PictureOptions): Preview {
  const schedules = [...model.schedules.values()];
  const isEmpty = schedules.length + model.plans.size + model.rotations.size === 0;
  return {
    title: model.project === undefined ? 'on call' : `project ${model.project.name}`,
    sections: [
      ...(isEmpty && model.contacts.size === 0 ? [] : [graphSection(model, undefined, options)]),
      ...schedules.map((schedule) => calendarSection(model, schedule, now, options)),
    ],
  };
}

function timelineSection(
  model: Model,
  target: { readonly kind: 'plan' | 'contact'; readonly name: string },
  now: number,
  options: PictureOptions,
): PreviewSection {
  // Pages begin at whole minutes, and so do the ticks of the axis.
  const page = { target, at: Math.floor(now / 60) * 60 };
  return {
    heading: 'If it is paged now and nobody answers',
    svg: timelinePicture(model, page, { ...options, zone: zoneOf(model, target) }),
    text: timelineSentences(timelineStory(model, page)),
  };
}

/** So many weeks are shown, from the Monday of this one on. */
const weeks = 4;

function calendarSection(
  model: Model,
  subject: CalendarSubject,
  now: number,
  options: PictureOptions,
): PreviewSection {
  const zone = zoneOf(model, subject);
  const clock = wallClock(zone);
  const start = weekStart(clock.wallAt(now));
  const window = {
    start: clock.instantOf(start),
    end: clock.instantOf(start + weeks * 7 * dayLength),
  };
  const story = calendarStory(model, subject, window);
  return {
    heading: `${subject.name}: ${nowText(model, subject, now, zone)}; ${gapsText(story)} in these weeks`,
    svg: calendarPicture(model, subject, window, { ...options, zone, now }),
    text: calendarSentences(story, zone),
  };
}

function nowText(model: Model, { kind, name }: CalendarSubject, now: number, zone: string): string {
  const rotations = kind === 'rotation' ? [{ name }] : (model.schedules.get(name)?.rotations ?? []);
  const duties = onCall(model, { rotations }, now);
  const people = [...new Set(duties.flatMap(({ contacts }) => contacts))];
  const changes = duties.flatMap(({ until }) => until ?? []);
  const until = changes.length === 0 ? '' : ` until ${clockText(zone, Math.min(...changes))}`;
  const who = people.length === 0 ? 'NOBODY' : people.join(' and ');
  return `${who} ${people.length > 1 ? 'are' : 'is'} on call${until}`;
}

function graphSection(
  model: Model,
  focus: GraphSubject | undefined,
  options: PictureOptions,
): PreviewSection {
  return {
    heading: 'Who pages whom',
    svg: graphPicture(model, { ...options, focus }),
    text: graphSentences(graphStory(model, focus)),
  };
}

function isThere(model: Model, { kind, name }: GraphSubject): boolean {
  const maps = {
    plan: model.plans,
    schedule: model.schedules,
    rotation: model.rotations,
    contact: model.contacts,
    extern: model.externs,
  };
  return maps[kind].has(name);
}

/** IANA name of the zone of the first rotation that leads to or from it. */
function zoneOf(model: Model, subject: GraphSubject): string {
  const name = subject.kind === 'rotation' ? subject.name : firstRotation(model, subject);
  return model.rotations.get(name ?? '')?.zone.value ?? 'UTC';
}

function firstRotation(model: Model, subject: GraphSubject): string | undefined {
  if (subject.kind === 'schedule') return model.schedules.get(subject.name)?.rotations[0]?.name;
  return graphStory(model, subject).nodes.find(({ kind }) => kind === 'rotation')?.name;
}
