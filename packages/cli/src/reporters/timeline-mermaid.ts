import type { Event, Page } from '@oncall/simulator';
import { clockText, lengthText } from '../time/clock-text.ts';

/**
 * A timeline as a sequence diagram of Mermaid, which many places that show Markdown draw: the page
 * on the left, then everyone whom it engages.
 */
export function timelineMermaid({ target, at }: Page, events: readonly Event[], zone: string) {
  const people = [...new Set(events.flatMap(({ contact }) => contact ?? []))];
  // Names of our own, since a word such as `end` as a name breaks the diagram.
  const idOf = (contact: string) => `c${people.indexOf(contact) + 1}`;
  const lines = [
    'sequenceDiagram',
    '  accTitle: Who is paged when',
    `  participant p as ${text(`@${target.name}`)}`,
    ...people.map((name) => `  participant ${idOf(name)} as ${text(name)}`),
    `  Note over p: ${text(`paged ${clockText(zone, at)} ${zone}, an estimate`)}`,
    ...events.flatMap((event) => lineOf(event, lengthText(Math.round(event.at - at)), idOf) ?? []),
  ];
  return `${lines.join('\n')}\n`;
}

function lineOf(
  event: Event,
  since: string,
  idOf: (contact: string) => string,
): string | undefined {
  switch (event.kind) {
    case 'stage-start':
      if (event.contact !== undefined) return undefined;
      return `  Note over p: ${text(`${since}, stage ${event.stage}: ${event.reason}`)}`;
    case 'engage': {
      const how = event.essential ? 'engage, essential' : 'engage';
      return `  p->>${idOf(event.contact)}: ${text(`${since}, ${how}: ${event.reason}`)}`;
    }
    case 'notify':
      return `  Note right of ${idOf(event.contact)}: ${text(`${since}, try ${event.channel}`)}`;
    case 'retry':
      return `  Note right of ${idOf(event.contact)}: ${text(`${since}, retry ${event.channel} if sending failed`)}`;
    case 'acknowledge': {
      const arrow = event.effective ? '-->>' : '--x';
      return `  ${idOf(event.contact)}${arrow}p: ${text(`${since}, ${event.reason}`)}`;
    }
    case 'stop':
      if (event.contact !== undefined) return undefined;
      return `  Note over p: ${text(`${since}, the plan stops: ${event.reason}`)}`;
  }
}

/** What means something to Mermaid, and whatever is no plain letter of it, as its entity. */
function text(plain: string): string {
  return plain.replace(/[^\p{L}\p{M}\p{N} .,:()/@_-]/gu, (it) => `#${it.codePointAt(0)};`);
}
