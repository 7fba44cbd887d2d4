// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how the place of an ARN is printed.
import { describe, expect, it } from 'vitest';
import { resolve } from '../src/index.ts';
import { placeholder } from '../src/resolve.ts';

describe('resolve', () => {
  it('puts ARNs in the places of ids, at any depth', () => {
    const input = {
      ContactId: { arnOf: 'contact/alice' },
      Plan: { Stages: [{ Targets: [{ X: { Id: { arnOf: 'channel/alice/phone' } } }] }] },
    };
    expect(resolve<object>(input, (id) => `arn of ${id}`)).toEqual({
      ContactId: 'arn of contact/alice',
      Plan: { Stages: [{ Targets: [{ X: { Id: 'arn of channel/alice/phone' } }] }] },
    });
  });

  it('leaves texts that look like placeholders, and the input itself, as they are', () => {
    const input = { DisplayName: placeholder('contact/alice'), ContactId: { arnOf: 'x' } };
    expect(resolve<object>(input, () => 'arn')).toEqual({
      DisplayName: '${contact/alice}',
      ContactId: 'arn',
    });
    expect(input.ContactId).toEqual({ arnOf: 'x' });
  });
});
