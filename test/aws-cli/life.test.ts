import { describe, expect, it } from 'vitest';
import { awsCli, awsProgram, awsSdk, whatIsMissing } from './client.ts';
import { live } from './life.ts';
import { serve } from './service-process.ts';
import { BIRTH } from './story.ts';

const OPERATIONS = 39;

it('the AWS SDK lives a whole life', { timeout: 120_000 }, async () => {
  const service = await serve(BIRTH);
  const called = await live(awsSdk(service.url), service);
  expect(called.size).toBe(OPERATIONS);
});

describe.skipIf(whatIsMissing !== undefined)(whatIsMissing ?? 'the AWS CLI', () => {
  it('lives a whole life', { timeout: 300_000 }, async () => {
    const service = await serve(BIRTH);
    const called = await live(awsCli(service.url), service);
    expect(called.size).toBe(OPERATIONS);
  });

  it('reads lists page by page', { timeout: 60_000 }, async () => {
    const service = await serve(BIRTH);
    const { call } = awsSdk(service.url);
    const aliases = ['alice', 'bob', 'carol'];
    for (const Alias of aliases) {
      await call('CreateContact', { Alias, Type: 'PERSONAL', Plan: { Stages: [] } });
    }
    const list = ['list-contacts', '--page-size', '1', '--query', 'Contacts[].Alias'];
    const { stdout } = await awsProgram(service.url)(list);
    expect(JSON.parse(stdout)).toEqual(aliases);
  });

  it('says what is wrong with a request', { timeout: 60_000 }, async () => {
    const service = await serve(BIRTH);
    const aws = awsProgram(service.url);
    const words = ['--alias', 'Alice', '--type', 'PERSON', '--plan', 'Stages=[]'];
    const { code, stderr } = await aws(['create-contact', ...words]);
    expect(code).toBe(254);
    expect(stderr).toContain('(ValidationException)');
    expect(stderr).toMatch(/Alias: .*Type: /);
  });
});
