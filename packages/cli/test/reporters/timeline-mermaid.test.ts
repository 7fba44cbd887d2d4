import { analyze, createSourceFile } from '@oncall/language';
import { type Event, timeline } from '@oncall/simulator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timelineMermaid } from '../../src/reporters/timeline-mermaid.ts';

const target = { kind: 'plan', name: 'p' } as const;

/** What Mermaid takes for a line of a sequence diagram, as far as this one goes. */
const line =
  /^(?:sequenceDiagram| {2}accTitle: .+| {2}participant (?:p|c\d+) as [^#;\n]*(?:#\d+;[^#;\n]*)*| {2}(?:Note (?:over|right of) (?:p|c\d+)|(?:p|c\d+)(?:->>|-->>|--x)(?:p|c\d+)): [^#;\n]*(?:#\d+;[^#;\n]*)*)$/;

describe('timelineMermaid', () => {
  it('names people by names of its own, so that none can be a word of Mermaid', () => {
    const text = `contact end < channel phone voice "+12065550100"
  stage 5m < notify phone > >
plan p < stage 5m < notify @end essential > >`;
    const { model } = analyze([createSourceFile('main.oncall', text)]);
    const acknowledgements = [
      { contact: 'end', after: 60 },
      { contact: 'end', after: 120 },
    ];
    const page = { target, at: 0, acknowledgements };
    expect(timelineMermaid(page, timeline(model, page), 'UTC').split('\n').slice(2)).toEqual([
      '  participant p as @p',
      '  participant c1 as end',
      '  Note over p: paged Thu 1970-01-01 00:00 UTC, an estimate',
      '  Note over p: 0m, stage 1: p is engaged',
      '  p->>c1: 0m, engage, essential: named by the plan',
      '  Note right of c1: 0m, try phone',
      '  c1-->>p: 1m, end answers',
      '  Note over p: 1m, the plan stops: end was engaged as essential, so no later stage of p starts',
      '  c1--xp: 2m, end is not engaged at this moment, so it has no effect',
      '',
    ]);
  });

  it('writes lines that Mermaid reads, whatever stands in names and reasons', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(word, word, word, (contact, channel, reason) => {
        const base = { at: 60, offsetMinutes: 1, reason };
        const events: readonly Event[] = [
          { ...base, kind: 'stage-start', stage: 1, schedules: [] },
          { ...base, kind: 'engage', contact, essential: false },
          { ...base, kind: 'notify', contact, channel, stage: 1 },
          { ...base, kind: 'acknowledge', contact, effective: false },
          { ...base, kind: 'stop' },
        ];
        const page = { target: { ...target, name: contact }, at: 0 };
        const lines = timelineMermaid(page, events, 'UTC').trimEnd().split('\n');
        expect(lines.filter((it) => !line.test(it))).toEqual([]);
        expect(lines).toHaveLength(10);
      }),
    );
  });
});
