import { describe, expect, it } from 'vitest';
import { type LiveOverride, steps } from '../../src/index.ts';
import type { ModelSpec, OverrideSpec } from '../model-builder.ts';
import { callsOf, changesTo, deploy, linesOf, planOf } from '../plans.ts';
import { contactArn, type Service } from '../service.ts';

const hour = 3600;
const start = 1770000000;
const shown = '2026-02-02T02:40:00Z';

function primary(overrides: readonly OverrideSpec[], label = 'SRE'): ModelSpec {
  return {
    contacts: [{ name: 'alice' }, { name: 'bob' }],
    rotations: [{ name: 'primary', label, members: ['alice'], overrides }],
  };
}

const override = (spec: Partial<OverrideSpec> = {}): OverrideSpec => ({
  start,
  end: start + hour,
  written: 'X',
  members: ['alice'],
  ...spec,
});

function byHand(service: Service, spec: Partial<LiveOverride> = {}): Service {
  service.rotations[0]?.overrides.push({
    id: 'by-hand',
    contactIds: [contactArn('bob')],
    startTime: start,
    endTime: start + hour,
    ours: false,
    ...spec,
  });
  return service;
}

const rotationArn = 'arn:aws:ssm-contacts:us-east-2:111122223333:rotation/00000001';
const because = "(an override can't be changed in place)";

describe('an override', () => {
  it('needs nothing where it is as written, whoever made it', () => {
    const spec = primary([override({ members: ['bob', 'alice'] })]);
    expect(planOf(spec, spec).lines).toEqual([]);
    const service = byHand(deploy(primary([])), {
      contactIds: [contactArn('alice'), contactArn('bob')],
      startTime: start + 0.3,
    });
    expect(changesTo(spec, service)).toEqual([]);
  });

  it.each<[string, Partial<OverrideSpec>, string]>([
    ['members', { members: ['bob'] }, `members: @alice → @bob ${because}`],
    ['members go', { members: [] }, `members: @alice → none ${because}`],
    [
      'its end',
      { end: start + 2 * hour },
      `end: 2026-02-02T03:40:00Z → 2026-02-02T04:40:00Z ${because}`,
    ],
    [
      'its start',
      { start: start - hour },
      `start: 2026-02-02T02:40:00Z → 2026-02-02T01:40:00Z ${because}`,
    ],
  ])('is replaced where it differs: %s', (_, after, reason) => {
    const { lines, todo } = planOf(primary([override()]), primary([override(after)]));
    expect(lines).toEqual([`replace override/primary/X: ${reason}`]);
    expect(todo.map(({ id, operation, after }) => [id, operation, after])).toEqual([
      ['override/primary/X#delete', 'DeleteRotationOverride', []],
      ['override/primary/X', 'CreateRotationOverride', ['override/primary/X#delete']],
    ]);
    expect(todo[0]?.input).toEqual({ RotationId: rotationArn, RotationOverrideId: '00000002' });
  });

  it('is deleted where it is no longer in the files', () => {
    const { lines, todo } = planOf(primary([override()]), primary([]));
    expect(lines).toEqual([
      `delete override/primary/${shown}: no longer in the files; @alice until 2026-02-02T03:40:00Z`,
    ]);
    expect(todo.map((step) => step.operation)).toEqual(['DeleteRotationOverride']);
  });

  it('is left alone where it is over', () => {
    const service = deploy(primary([override()]));
    const [rotation] = service.rotations;
    if (rotation === undefined) throw new Error('no rotation');
    rotation.overrides = rotation.overrides.map((each) => ({ ...each, ended: true }));
    expect(changesTo(primary([]), service)).toEqual([]);
    expect(changesTo(primary([override()]), service)).toEqual([]);
  });

  it('waits for one that it overlaps to be gone, and for no other', () => {
    const moved = override({ start: start + hour / 2, end: start + 2 * hour, written: 'Y' });
    const far = override({ start: start + 9 * hour, end: start + 10 * hour, written: 'Z' });
    const { todo } = planOf(primary([override()]), primary([moved, far]));
    expect(todo.map(({ id, after }) => [id, after])).toEqual([
      [`override/primary/${shown}#delete`, []],
      ['override/primary/Y', [`override/primary/${shown}#delete`]],
      ['override/primary/Z', []],
    ]);
  });
});

describe('an override made by hand', () => {
  it('is kept', () => {
    const changes = changesTo(primary([]), byHand(deploy(primary([]))));
    expect(changes.flatMap(linesOf)).toEqual([
      `kept override/primary/${shown}: made by hand; @bob until 2026-02-02T03:40:00Z`,
    ]);
    expect(steps(changes)).toEqual([]);
  });

  it('goes with its rotation, which is said', () => {
    const gone = { ...primary([]), rotations: [] };
    expect(changesTo(gone, byHand(deploy(primary([])))).flatMap(linesOf)).toEqual([
      'delete rotation/primary: no longer in the files; its override goes with it, made by hand',
    ]);
    const other = override({ start: start + 10 * hour, end: start + 12 * hour });
    expect(changesTo(gone, byHand(deploy(primary([other])))).flatMap(linesOf)).toEqual([
      'delete rotation/primary: no longer in the files; its 2 overrides go with it, 1 of them made by hand',
    ]);
  });

  it('gives way to one in the files for exactly its time', () => {
    const changes = changesTo(primary([override()]), byHand(deploy(primary([]))));
    expect(changes.flatMap(linesOf)).toEqual([
      `replace override/primary/X: members: @bob → @alice ${because}`,
    ]);
    const beside = changesTo(primary([override()]), byHand(deploy(primary([override()]))));
    expect(beside.flatMap(linesOf)).toEqual([
      `delete override/primary/${shown}: the files have another for the same time`,
    ]);
  });

  it('moves to the rotation that replaces its own, and is still no work of ours', () => {
    const service = byHand(deploy(primary([])));
    const changes = changesTo(primary([], 'New name'), service);
    expect(changes.flatMap(linesOf).slice(1)).toEqual([
      `replace override/primary/${shown}: made by hand; made again on the new rotation`,
    ]);
    const todo = steps(changes);
    expect(callsOf(todo).slice(1)).toEqual([
      [
        `override/primary/${shown}`,
        'CreateRotationOverride',
        {
          RotationId: { arnOf: 'rotation/primary' },
          NewContactIds: [contactArn('bob')],
          StartTime: start,
          EndTime: start + hour,
        },
      ],
      ['rotation/primary#delete', 'DeleteRotation', { RotationId: rotationArn }],
    ]);
    expect(todo.map((step) => step.handMade)).toEqual([false, true, false]);
    expect(todo[2]?.after).toContain(`override/primary/${shown}`);
  });
});
