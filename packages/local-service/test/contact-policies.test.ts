import { expect, it } from 'vitest';
import { PREFIX, startTestService } from './service.ts';

it('a policy is kept, replaced, and gone with its contact', async () => {
  const { call, person } = await startTestService();
  const ContactArn = await person('alice');
  expect(await call('GetContactPolicy', { ContactArn })).toEqual({ ContactArn });
  for (const Policy of ['{"Statement":[]}', '{ "Version": "2012-10-17" }']) {
    await call('PutContactPolicy', { ContactArn, Policy });
    expect(await call('GetContactPolicy', { ContactArn })).toEqual({ ContactArn, Policy });
  }
  await call('DeleteContact', { ContactId: ContactArn });
  await person('alice');
  expect(await call('GetContactPolicy', { ContactArn })).toEqual({ ContactArn });
});

it('refuses what is no policy, and whom there is not', async () => {
  const { fields, fail, person } = await startTestService();
  const ContactArn = await person('alice');
  for (const Policy of ['allow all', '[]', '"text"', 'null']) {
    expect(await fields('PutContactPolicy', { ContactArn, Policy })).toEqual(['Policy']);
  }
  const nobody = { ContactArn: `${PREFIX}:contact/nobody`, Policy: '{}' };
  const missing = { __type: 'ResourceNotFoundException' };
  expect(await fail('PutContactPolicy', nobody)).toMatchObject(missing);
  const { Policy, ...input } = nobody;
  expect(await fail('GetContactPolicy', input)).toMatchObject(missing);
});
