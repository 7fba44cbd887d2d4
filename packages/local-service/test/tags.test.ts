import { describe, expect, it } from 'vitest';
import { DAILY, PREFIX, startTestService } from './service.ts';

const tags = (count: number, prefix = 'key') =>
  Array.from({ length: count }, (_, index) => ({ Key: `${prefix}${index}`, Value: 'v' }));

describe('tags', () => {
  it('come with a contact or a rotation, are added, replaced and removed', async () => {
    const service = await startTestService();
    const { ContactArn } = await service.call('CreateContact', {
      Alias: 'alice',
      Type: 'PERSONAL',
      Plan: { Stages: [] },
      Tags: [{ Key: 'oncall/project', Value: 'acme' }],
    });
    const { RotationArn } = await service.call('CreateRotation', {
      Name: 'primary',
      ContactIds: [ContactArn],
      TimeZoneId: 'UTC',
      Recurrence: DAILY,
      Tags: [{ Key: 'oncall/project', Value: 'acme' }],
    });
    for (const ResourceARN of [ContactArn, RotationArn]) {
      const Tags = [
        { Key: 'oncall/project', Value: 'other' },
        { Key: 'a', Value: 'ü: /=+-@' },
      ];
      expect(await service.call('TagResource', { ResourceARN, Tags })).toEqual({});
      expect(await service.call('ListTagsForResource', { ResourceARN })).toEqual({
        Tags: [Tags[1], Tags[0]],
      });
      const TagKeys = ['a', 'unknown'];
      expect(await service.call('UntagResource', { ResourceARN, TagKeys })).toEqual({});
      expect(await service.call('ListTagsForResource', { ResourceARN })).toEqual({
        Tags: [Tags[0]],
      });
    }
  });

  it('go with their resource', async () => {
    const service = await startTestService();
    const arn = await service.person('alice');
    await service.call('TagResource', { ResourceARN: arn, Tags: tags(1) });
    await service.call('DeleteContact', { ContactId: arn });
    await service.person('alice');
    expect(await service.call('ListTagsForResource', { ResourceARN: arn })).toEqual({ Tags: [] });
  });

  it('are fifty on a resource at most, of which none is set where one is too many', async () => {
    const service = await startTestService();
    const ResourceARN = await service.person('alice');
    await service.call('TagResource', { ResourceARN, Tags: tags(49) });
    await service.call('TagResource', { ResourceARN, Tags: tags(50) });
    const error = await service.fail('TagResource', { ResourceARN, Tags: tags(2, 'other') });
    expect(error).toMatchObject({ __type: 'ServiceQuotaExceededException' });
    expect(error).toHaveProperty('QuotaCode');
    expect(error).toHaveProperty('ServiceCode');
    const { Tags } = await service.call('ListTagsForResource', { ResourceARN });
    expect(Tags).toHaveLength(50);
    expect(await service.fields('TagResource', { ResourceARN, Tags: tags(51) })).toEqual(['Tags']);
  });

  it.each([
    [[{ Key: 'aws:team', Value: 'v' }], ['Tags[0].Key']],
    [[{ Key: 'a b', Value: 'v' }], ['Tags[0].Key']],
    [[{ Key: 'a', Value: 'v!' }], ['Tags[0].Value']],
    [[{ Key: 'a', Value: '' }], ['Tags[0].Value']],
    [[{ Key: 'a' }], ['Tags[0].Value']],
    [[{ Value: 'v' }], ['Tags[0].Key']],
    [[...tags(1), ...tags(1)], ['Tags[1].Key']],
  ])('refuse %j', async (Tags, paths) => {
    const service = await startTestService();
    const ResourceARN = await service.person('alice');
    expect(await service.fields('TagResource', { ResourceARN, Tags })).toEqual(paths);
  });

  it('stand on contacts and rotations that exist, and on nothing else', async () => {
    const service = await startTestService();
    const missing = `${PREFIX}:contact/nobody`;
    const error = await service.fail('ListTagsForResource', { ResourceARN: missing });
    expect(error.__type).toBe('ResourceNotFoundException');
    const { ContactChannelArn } = await service.call('CreateContactChannel', {
      ContactId: await service.person('alice'),
      Name: 'phone',
      Type: 'VOICE',
      DeliveryAddress: { SimpleAddress: '+12065550100' },
    });
    for (const ResourceARN of [`${PREFIX}:rotation/none`, ContactChannelArn, 'nonsense']) {
      for (const [operation, rest] of [
        ['ListTagsForResource', {}],
        ['TagResource', { Tags: tags(1) }],
        ['UntagResource', { TagKeys: ['a'] }],
      ] as const) {
        expect(await service.fields(operation, { ResourceARN, ...rest })).toEqual(['ResourceARN']);
      }
    }
  });
});
