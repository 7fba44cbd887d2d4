/** Lists and errors as the AWS SDK reads them; test/aws-cli has it live a whole life. */
import {
  ConflictException,
  CreateContactCommand,
  type CreateContactCommandInput,
  GetContactCommand,
  paginateListContacts,
  ResourceNotFoundException,
  SSMContactsClient,
  ValidationException,
} from '@aws-sdk/client-ssm-contacts';
import { expect, it } from 'vitest';
import { startTestService } from './service.ts';

async function start(): Promise<SSMContactsClient> {
  const { url } = await startTestService();
  return new SSMContactsClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

it('reads lists page by page', async () => {
  const client = await start();
  const aliases = ['alice', 'bob', 'carol'];
  for (const Alias of aliases) {
    const input: CreateContactCommandInput = { Alias, Type: 'PERSONAL', Plan: { Stages: [] } };
    await client.send(new CreateContactCommand(input));
  }
  const pages: unknown[] = [];
  for await (const page of paginateListContacts({ client, pageSize: 2 }, {})) {
    pages.push(page.Contacts?.map((contact) => contact.Alias));
  }
  expect(pages).toEqual([aliases.slice(0, 2), aliases.slice(2)]);
});

it('reads errors with their members', async () => {
  const client = await start();
  const input: CreateContactCommandInput = {
    Alias: 'alice',
    Type: 'PERSONAL',
    Plan: { Stages: [] },
  };
  const { ContactArn } = await client.send(new CreateContactCommand(input));
  const failure = async (sent: Promise<unknown>): Promise<unknown> =>
    sent.then(
      () => undefined,
      (error: unknown) => error,
    );

  const twice = await failure(client.send(new CreateContactCommand(input)));
  expect(twice).toBeInstanceOf(ConflictException);
  expect(twice).toMatchObject({
    message: 'A contact has the alias alice already',
    ResourceId: ContactArn,
    ResourceType: 'CONTACT',
  });

  const missing = await failure(
    client.send(new GetContactCommand({ ContactId: `${ContactArn}x` })),
  );
  expect(missing).toBeInstanceOf(ResourceNotFoundException);

  const invalid = await failure(
    client.send(new CreateContactCommand({ ...input, Alias: 'Bob', Plan: {} })),
  );
  expect(invalid).toBeInstanceOf(ValidationException);
  expect(invalid).toMatchObject({
    Reason: 'FIELD_VALIDATION_FAILED',
    Fields: [{ Name: 'Alias', Message: expect.stringMatching(/^must match/) }],
  });
});
