import { describe, expect, it } from 'vitest';
import { PREFIX, startTestService } from './service.ts';

const NOW = Date.UTC(2026, 10, 22) / 1000;
const HOUR = 3600;
const DAY = 24 * HOUR;

async function start() {
  const service = await startTestService({ now: () => NOW * 1000 });
  const [alice, bob] = [await service.person('alice'), await service.person('bob')];
  const RotationId = await service.rotation('primary', [alice]);
  const create = async (StartTime: number, EndTime: number) =>
    (
      await service.call('CreateRotationOverride', {
        RotationId,
        NewContactIds: [bob],
        StartTime,
        EndTime,
      })
    ).RotationOverrideId;
  return { service, RotationId, bob, create };
}

describe('overrides', () => {
  it('are made, read, listed and deleted', async () => {
    const { service, RotationId, bob, create } = await start();
    const RotationOverrideId = await create(NOW, NOW + HOUR);
    const override = {
      RotationOverrideId,
      NewContactIds: [bob],
      StartTime: NOW,
      EndTime: NOW + HOUR,
      CreateTime: NOW,
    };
    const id = { RotationId, RotationOverrideId };
    expect(await service.call('GetRotationOverride', id)).toEqual({
      RotationArn: RotationId,
      ...override,
    });
    const range = { RotationId, StartTime: NOW, EndTime: NOW + DAY };
    expect(await service.call('ListRotationOverrides', range)).toEqual({
      RotationOverrides: [override],
    });
    expect(await service.call('DeleteRotationOverride', id)).toEqual({});
    for (const operation of ['GetRotationOverride', 'DeleteRotationOverride']) {
      expect(await service.fail(operation, id)).toMatchObject({
        __type: 'ResourceNotFoundException',
        ResourceId: RotationOverrideId,
        ResourceType: 'ROTATION_OVERRIDE',
      });
    }
  });

  it('are listed where they share an instant with the range', async () => {
    const { service, RotationId, create } = await start();
    const id = await create(NOW + DAY, NOW + 2 * DAY);
    const listed = async (StartTime: number, EndTime: number) =>
      (
        await service.call('ListRotationOverrides', { RotationId, StartTime, EndTime })
      ).RotationOverrides?.map((override) => override.RotationOverrideId);
    expect(await listed(NOW, NOW + 3 * DAY)).toEqual([id]);
    expect(await listed(NOW + DAY + HOUR, NOW + DAY + 2 * HOUR)).toEqual([id]);
    expect(await listed(NOW, NOW + DAY + 1)).toEqual([id]);
    expect(await listed(NOW, NOW + DAY)).toEqual([]);
    expect(await listed(NOW + 2 * DAY - 1, NOW + 3 * DAY)).toEqual([id]);
    expect(await listed(NOW + 2 * DAY, NOW + 3 * DAY)).toEqual([]);
    const reversed = { RotationId, StartTime: NOW + DAY, EndTime: NOW };
    expect(await service.fields('ListRotationOverrides', reversed)).toEqual(['EndTime']);
    expect(await service.fields('ListRotationOverrides', { RotationId })).toEqual([
      'StartTime',
      'EndTime',
    ]);
  });

  it('belong to one rotation, and go with it', async () => {
    const { service, RotationId, bob, create } = await start();
    const RotationOverrideId = await create(NOW, NOW + HOUR);
    const other = await service.rotation('other', [bob]);
    const elsewhere = { RotationId: other, RotationOverrideId };
    expect((await service.fail('GetRotationOverride', elsewhere)).__type).toBe(
      'ResourceNotFoundException',
    );
    await service.call('DeleteRotation', { RotationId });
    expect(await service.fields('GetRotationOverride', { RotationId, RotationOverrideId })).toEqual(
      ['RotationId'],
    );
  });

  it('may be of nobody, may overlap, and may lie in the past', async () => {
    const { service, RotationId, create } = await start();
    const times = { StartTime: NOW - 10 * DAY, EndTime: NOW - 9 * DAY };
    await service.call('CreateRotationOverride', { RotationId, NewContactIds: [], ...times });
    await create(times.StartTime, times.EndTime);
  });

  it.each([
    ['under half an hour', NOW, NOW + 1799, ['EndTime']],
    ['backwards', NOW + DAY, NOW, ['EndTime']],
    ['until a century to come', NOW, 8e12, ['EndTime']],
    ['over six months ahead', NOW + 182 * DAY, NOW + 183 * DAY, ['StartTime']],
  ])('refuse to last %s', async (_name, StartTime, EndTime, paths) => {
    const { service, RotationId, bob, create } = await start();
    const input = { RotationId, NewContactIds: [bob], StartTime, EndTime };
    expect(await service.fields('CreateRotationOverride', input)).toEqual(paths);
    await create(NOW, NOW + 1800);
    await create(NOW + 181 * DAY, NOW + 190 * DAY);
  });

  it('are of persons', async () => {
    const { service, RotationId, bob } = await start();
    const NewContactIds = [bob, `${PREFIX}:contact/nobody`];
    const times = { StartTime: NOW, EndTime: NOW + HOUR };
    expect(
      await service.fields('CreateRotationOverride', { RotationId, NewContactIds, ...times }),
    ).toEqual(['NewContactIds[1]']);
  });
});
