import { describe, expect, it } from 'vitest';
import { preview } from '../../src/pictures/preview.ts';
import { at, modelOf } from '../projects.ts';
import { team } from './projects-of-pictures.ts';
import { ofClass, readSvg } from './read-svg.ts';

const now = at('2026-03-04T15:00Z');

describe('preview', () => {
  it('of a plan: what follows a page now, and who pages whom', () => {
    const { title, sections } = preview(team, { kind: 'plan', name: 'page' }, now);
    expect(title).toBe('plan page');
    expect(sections.map(({ heading }) => heading)).toEqual([
      'If it is paged now and nobody answers',
      'Who pages whom',
    ]);
    // At ten in New York an override leaves the schedule to nobody.
    expect(sections[0]?.text).toContain('nobody is on call in sre');
    expect(sections[0]?.svg).toContain('America/New_York');
    expect(sections[1]?.text).toContain('plan page: stage 1 sre; stage 2 bob; stage 3 waits');
  });

  it('of a schedule: who is on call now, and the next weeks with their gaps', () => {
    const { sections } = preview(team, { kind: 'schedule', name: 'sre' }, now);
    expect(sections[0]?.heading).toBe(
      'sre: NOBODY is on call until Thu 2026-03-05 17:00; 1 gap of 1d8h in these weeks',
    );
    const picture = readSvg(sections[0]?.svg ?? '');
    expect(ofClass(picture, 'week')).toHaveLength(4);
    expect(ofClass(picture, 'now-of-week')).toHaveLength(1);
    expect(sections[0]?.text).toContain('Nobody is on call Wed 2026-03-04 09:00');
  });

  it('of a rotation and of a contact', () => {
    const office = preview(team, { kind: 'rotation', name: 'office' }, now);
    expect(office.sections[0]?.heading).toBe(
      'office: bob is on call until Wed 2026-03-04 17:00; no gap in these weeks',
    );
    const alice = preview(team, { kind: 'contact', name: 'alice' }, now);
    expect(alice.sections[0]?.text).toContain('tries phone');
    expect(alice.sections[1]?.text).toContain('plan page: stage 1 sre');
  });

  it('of the project: all that pages anyone, and a calendar of each schedule', () => {
    const { title, sections } = preview(team, { kind: 'project' }, now);
    expect(title).toBe('on call');
    expect(sections.map(({ heading }) => heading.split(':')[0])).toEqual([
      'Who pages whom',
      'sre',
      'both',
    ]);
  });

  it('of what is not there: nothing', () => {
    expect(preview(team, { kind: 'plan', name: 'nowhere' }, now).sections).toEqual([]);
    expect(preview(modelOf(''), { kind: 'project' }, now).sections).toEqual([]);
  });

  it('passes on how it is to be drawn', () => {
    const options = { style: 'shared', width: 700, source: () => 'there' } as const;
    const { sections } = preview(team, { kind: 'schedule', name: 'sre' }, now, options);
    for (const { svg } of sections) {
      expect(svg).not.toContain('<style');
      expect(svg).toContain('data-source="there"');
    }
    expect(sections[0]?.svg).toContain('width="700"');
  });

  it('never shows an address', () => {
    for (const subject of [{ kind: 'project' }, { kind: 'contact', name: 'alice' }] as const) {
      expect(JSON.stringify(preview(team, subject, now))).not.toContain('2065550100');
    }
  });
});
