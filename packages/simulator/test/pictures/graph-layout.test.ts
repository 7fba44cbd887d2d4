import { analyze, createSourceFile } from '@oncall/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphLayout, nodeHead, stageHeight } from '../../src/pictures/graph-layout.ts';
import { graphStory } from '../../src/pictures/graph-story.ts';
import { externsOf } from '../projects.ts';
import { team } from './projects-of-pictures.ts';

/** Plans, schedules and rotations that refer to each other at random. */
const randomProject = fc
  .record({
    plans: fc.array(fc.array(fc.array(fc.nat({ max: 9 }), { maxLength: 3 }), { maxLength: 6 }), {
      maxLength: 5,
    }),
    schedules: fc.array(fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 3 }), {
      maxLength: 5,
    }),
    rotations: fc.array(fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 8 }), {
      maxLength: 6,
    }),
  })
  .map(({ plans, schedules, rotations }) => {
    const person = (at: number) => `@${'abcdefghijklm'.charAt(at)}`;
    const target = (at: number) => (at < schedules.length ? `@s${at}` : person(at));
    const parts = [
      ...plans.map((stages, at) => {
        const written = stages.map((targets) => {
          return `stage 5m < ${[...new Set(targets)].map((it) => `notify ${target(it)}`).join('\n')} >`;
        });
        return `plan p${at} < ${written.join('\n')} >`;
      }),
      ...schedules.map((found, at) => {
        return `schedule s${at} < ${[...new Set(found)].map((it) => `rotation @r${it}`).join('\n')} >`;
      }),
      ...rotations.map((people, at) => {
        return `rotation r${at} < zone "UTC"\nstart 2026-01-05T09:00\ndaily 09:00\nmembers ${people.map(person).join(' ')} >`;
      }),
    ];
    const names = [...'abcdefghijklm'].map((it) => `@${it}`).join(' ');
    return `${parts.join('\n')}\n${externsOf(names)}`;
  });

describe('graphLayout', () => {
  it('never puts one node on another, and leads edges from left to right', () => {
    fc.assert(
      fc.property(randomProject, (text) => {
        const { model } = analyze([createSourceFile('main.oncall', text)]);
        const { nodes, edges, width, height } = graphLayout(graphStory(model), 900);
        for (const [at, a] of nodes.entries()) {
          for (const b of nodes.slice(at + 1)) {
            if (a.x !== b.x) continue;
            const isApart = a.y + a.height < b.y || b.y + b.height < a.y;
            expect(isApart, `${a.node.id} and ${b.node.id}`).toBe(true);
          }
          expect(a.y).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width).toBeLessThanOrEqual(width + 0.01);
          expect(a.y + a.height).toBeLessThanOrEqual(height + 0.01);
        }
        for (const { points } of edges) {
          for (const [at, { x }] of points.slice(1).entries()) {
            expect(x).toBeGreaterThanOrEqual((points[at] as { x: number }).x);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('begins an edge of a plan at its stage, and ends it at its target', () => {
    const { nodes, edges } = graphLayout(graphStory(team), 900);
    const plan = nodes.find(({ node }) => node.id === 'plan/page');
    const bob = nodes.find(({ node }) => node.id === 'contact/bob');
    const edge = edges.find((it) => it.edge.from === 'plan/page' && it.edge.to === 'contact/bob');
    expect(edge?.points[0]).toEqual({
      x: (plan?.x ?? 0) + (plan?.width ?? 0),
      y: expect.closeTo((plan?.y ?? 0) + nodeHead + 1.5 * stageHeight),
    });
    expect(edge?.points.at(-1)).toEqual({
      x: bob?.x,
      y: expect.closeTo((bob?.y ?? 0) + (bob?.height ?? 0) / 2),
    });
  });
});
