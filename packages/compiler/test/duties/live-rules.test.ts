import { type Page, timeline } from '@oncall/simulator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LiveNames, type LiveState, liveRules, steps } from '../../src/index.ts';
import { arbitraryModel, director } from '../arbitrary-model.ts';
import { buildModel, type ModelSpec } from '../model-builder.ts';
import { changesTo, project } from '../plans.ts';
import { contactArn, Service } from '../service.ts';

/** The names that the files of an account just deployed give; things are made in their order. */
function namesIn(live: LiveState, spec: ModelSpec): LiveNames {
  const model = buildModel({ project, ...spec });
  const rotations = [...model.rotations.keys()];
  const channels = new Map(
    live.contacts.flatMap(({ alias, channels: found }) => {
      const written = model.contacts.get(alias)?.channels ?? [];
      return found.map(({ arn }, index): [string, string] => [arn, written[index]?.name ?? arn]);
    }),
  );
  const byArn = new Map(live.rotations.map(({ arn }, index) => [arn, rotations[index] ?? arn]));
  return {
    contact: (arn) => arn.slice(arn.lastIndexOf('/') + 1),
    channel: (arn) => channels.get(arn),
    rotation: (arn) => byArn.get(arn) ?? arn,
  };
}

/** What an account holds of a project, whose externs live elsewhere. */
function deployed(spec: ModelSpec): LiveState {
  const service = new Service();
  service.contacts.push({
    arn: contactArn(director),
    alias: director,
    type: 'PERSONAL',
    displayName: undefined,
    plan: { Stages: [] },
    tags: {},
    channels: [],
  });
  service.apply(steps(changesTo(spec, service)));
  const { contacts, rotations } = service.live;
  return { contacts: contacts.filter(({ alias }) => alias !== director), rotations };
}

const instant = 1_768_219_200;

describe('liveRules', () => {
  it('page whom the files page, once these are deployed', () => {
    let engaged = 0;
    fc.assert(
      fc.property(arbitraryModel, fc.integer({ min: 0, max: 90 * 24 }), (spec, hours) => {
        const model = buildModel({ project, ...spec });
        const live = deployed(spec);
        const rules = liveRules(live, namesIn(live, spec));
        const targets: readonly Page['target'][] = [
          ...[...model.plans.keys()].map((name) => ({ kind: 'plan', name }) as const),
          ...[...model.schedules.keys()].map((name) => ({ kind: 'schedule', name }) as const),
          ...[...model.contacts.keys()].map((name) => ({ kind: 'contact', name }) as const),
        ];
        for (const target of targets) {
          const page = { target, at: instant + hours * 3600 };
          const events = timeline(rules, page);
          expect(events).toEqual(timeline(model, page));
          engaged += events.filter(({ kind }) => kind === 'notify').length;
        }
      }),
      { numRuns: 200 },
    );
    expect(engaged).toBeGreaterThan(100);
  });

  it('leave out a channel that is gone, as the service does', () => {
    const spec: ModelSpec = {
      contacts: [
        {
          name: 'alice',
          channels: [{ name: 'phone', type: 'voice', address: '+12065550100' }],
          stages: [[5, 'phone']],
        },
      ],
      plans: [{ name: 'sre', stages: [[5, 'alice']] }],
    };
    const live = deployed(spec);
    const names = namesIn(live, spec);
    const kindsWith = (given: LiveNames) =>
      timeline(liveRules(live, given), { target: { kind: 'plan', name: 'sre' }, at: instant }).map(
        ({ kind }) => kind,
      );
    const before = ['stage-start', 'engage', 'stage-start'];
    expect(kindsWith(names)).toEqual([...before, 'notify']);
    expect(kindsWith({ ...names, channel: () => undefined })).toEqual(before);
  });
});
