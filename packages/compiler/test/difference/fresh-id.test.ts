import { describe, expect, it } from 'vitest';
import { createFreshId } from '../../src/difference/fresh-id.ts';

describe('createFreshId', () => {
  it('tells apart what has the id of something else', () => {
    const freshId = createFreshId(['channel/alice/phone']);
    expect(freshId('channel/alice/mail', 'arn:x/1')).toBe('channel/alice/mail');
    expect(freshId('channel/alice/phone', 'arn:x/2')).toBe('channel/alice/phone@2');
    expect(freshId('channel/alice/phone', 'arn:y/2')).toBe("channel/alice/phone@2'");
    expect(freshId('channel/alice/mail', 'arn:x/3')).toBe('channel/alice/mail@3');
  });
});
