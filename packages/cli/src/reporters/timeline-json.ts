import type { Event } from '@oncall/simulator';
import { utcText } from '../time/clock-text.ts';
import { jsonText } from './json-text.ts';

/** A timeline for programs. */
export function timelineJson(events: readonly Event[]): string {
  return jsonText({ events: events.map((event) => ({ ...event, at: utcText(event.at) })) });
}
