import { describe, expect, it } from 'vitest';
import { startTestService } from './service.ts';

describe('paging', () => {
  it('gives every row once, in order, whatever the size of a page', async () => {
    const service = await startTestService();
    const aliases = Array.from({ length: 25 }, (_, index) => `c${index}`);
    for (const alias of aliases) await service.person(alias);
    for (const MaxResults of [1, 7, 24, 25, 1024]) {
      const seen: string[] = [];
      let NextToken: string | undefined;
      do {
        const page = await service.call('ListContacts', {
          MaxResults,
          ...(NextToken !== undefined && { NextToken }),
        });
        expect(page.Contacts?.length).toBeLessThanOrEqual(MaxResults);
        seen.push(...(page.Contacts ?? []).map((contact) => contact.Alias));
        NextToken = page.NextToken;
        // The token must fit the service's own pattern.
        if (NextToken !== undefined) expect(NextToken).toMatch(/^[\\/a-zA-Z0-9_+=-]{1,2048}$/);
      } while (NextToken !== undefined);
      expect(seen).toEqual([...aliases].sort());
    }
  });

  it('goes on behind the last row, though rows before it are gone', async () => {
    const service = await startTestService();
    const arns: string[] = [];
    const alice = await service.person('alice');
    for (const name of ['one', 'two', 'three']) arns.push(await service.rotation(name, [alice]));
    const first = await service.call('ListRotations', { MaxResults: 2 });
    expect(first.Rotations.map((rotation) => rotation.Name)).toEqual(['one', 'two']);
    await service.call('DeleteRotation', { RotationId: arns[1] ?? '' });
    const second = await service.call('ListRotations', { NextToken: first.NextToken ?? '' });
    expect(second.Rotations.map((rotation) => rotation.Name)).toEqual(['three']);
    expect(second).not.toHaveProperty('NextToken');
  });

  it('has 100 rows a page where none or 0 is asked for', async () => {
    const service = await startTestService();
    for (let index = 0; index < 101; index++) await service.person(`c${index}`);
    for (const input of [{}, { MaxResults: 0 }]) {
      const page = await service.call('ListContacts', input);
      expect(page.Contacts).toHaveLength(100);
      expect(page.NextToken).toBeDefined();
    }
  });

  it('refuses a token that it did not give, or gave for another list', async () => {
    const service = await startTestService();
    const alice = await service.person('alice');
    for (const name of ['one', 'two']) await service.rotation(name, [alice]);
    const { NextToken } = await service.call('ListRotations', { MaxResults: 1 });
    for (const token of [NextToken, 'abc', 'bnVsbA', '']) {
      expect(await service.fields('ListContacts', { NextToken: token })).toEqual(['NextToken']);
    }
    expect(await service.fields('ListContacts', { MaxResults: 1025 })).toEqual(['MaxResults']);
    expect(await service.fields('ListContacts', { NextToken: 'a b' })).toEqual(['NextToken']);
  });
});
