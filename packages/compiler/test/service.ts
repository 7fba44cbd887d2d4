/**
 * The service as far as steps need it: applies each to a live state, and refuses what the real
 * one is known to refuse. In memory, and with ids that count up.
 */
import {
  type ContactPlan,
  type CreateContactChannelInput,
  type CreateContactInput,
  type CreateRotationInput,
  type CreateRotationOverrideInput,
  type LiveChannel,
  type LiveContact,
  type LiveOverride,
  type LiveRotation,
  type LiveState,
  resolve,
  type Step,
  type Tag,
  type UpdateContactInput,
} from '../src/index.ts';

type Open<T> = { -readonly [Member in keyof T]: T[Member] };
interface OpenContact extends Open<Omit<LiveContact, 'channels' | 'tags'>> {
  channels: Open<LiveChannel>[];
  tags: Record<string, string>;
}
interface OpenRotation extends Open<Omit<LiveRotation, 'overrides' | 'tags'>> {
  overrides: LiveOverride[];
  tags: Record<string, string>;
}

const account = '111122223333';
const region = 'us-east-2';
const arnStart = `arn:aws:ssm-contacts:${region}:${account}:`;

export function contactArn(alias: string): string {
  return `${arnStart}contact/${alias}`;
}

export class Service {
  readonly contacts: OpenContact[] = [];
  readonly rotations: OpenRotation[] = [];
  #count = 0;

  clone(): Service {
    const copy = new Service();
    const { contacts, rotations } = structuredClone({
      contacts: this.contacts,
      rotations: this.rotations,
    });
    copy.contacts.push(...contacts);
    copy.rotations.push(...rotations);
    copy.#count = this.#count;
    return copy;
  }

  /** A copy that nothing changes any more. */
  get live(): LiveState {
    return structuredClone({ contacts: this.contacts, rotations: this.rotations });
  }

  /** Applies the first of the steps, or all. */
  apply(steps: readonly Step[], count = steps.length): void {
    const arns = new Map<string, string>();
    const done = new Set<string>();
    for (const step of steps.slice(0, count)) {
      for (const id of step.after) {
        if (!done.has(id)) throw new Error(`${step.id} comes before ${id}`);
      }
      const input = resolve(step.input, (id) => arns.get(id) ?? fail(`no ARN of ${id} yet`));
      const arn = this.#perform(step, input as never);
      if (arn !== undefined) arns.set(step.id, arn);
      done.add(step.id);
    }
  }

  #perform(step: Step, input: never): string | undefined {
    const operation = operations[step.operation] ?? fail(`unknown ${step.operation}`);
    return operation(this, input, step);
  }

  nextId(): string {
    this.#count += 1;
    return String(this.#count).padStart(8, '0');
  }

  contact(arn: string): OpenContact {
    return this.contacts.find((each) => each.arn === arn) ?? fail(`no contact ${arn}`);
  }

  channel(arn: string): Open<LiveChannel> {
    const channels = this.contacts.flatMap((each) => each.channels);
    return channels.find((each) => each.arn === arn) ?? fail(`no channel ${arn}`);
  }

  rotation(arn: string): OpenRotation {
    return this.rotations.find((each) => each.arn === arn) ?? fail(`no rotation ${arn}`);
  }

  checkPlan(contact: Pick<LiveContact, 'type' | 'channels'>, plan: ContactPlan): void {
    if (contact.type === 'ONCALL_SCHEDULE') {
      if (!('RotationIds' in plan) || 'Stages' in plan) fail('a schedule has rotations only');
      for (const arn of plan.RotationIds) this.rotation(arn);
      return;
    }
    if (!('Stages' in plan)) fail('stages are missing');
    for (const target of plan.Stages.flatMap((stage) => stage.Targets)) {
      if ('ChannelTargetInfo' in target) {
        const id = target.ChannelTargetInfo.ContactChannelId;
        if (!contact.channels.some((each) => each.arn === id)) fail(`no own channel ${id}`);
      } else if (contact.type === 'PERSONAL') fail('a person notifies channels');
      else this.checkTarget(target.ContactTargetInfo.ContactId ?? '');
    }
  }

  checkTarget(arn: string): void {
    if (this.contact(arn).type === 'ESCALATION') fail('a plan notifies no plan');
  }

  checkMembers(arns: readonly string[]): void {
    for (const arn of arns) if (this.contact(arn).type !== 'PERSONAL') fail(`${arn} is no person`);
  }

  tagged(arn: string): { tags: Record<string, string> } {
    return [...this.contacts, ...this.rotations].find((each) => each.arn === arn) ?? fail(arn);
  }
}

function fail(message: string): never {
  throw new Error(`refused: ${message}`);
}

type Operation = (service: Service, input: never, step: Step) => string | undefined;
const operation =
  <Input>(perform: (service: Service, input: Input, step: Step) => string | undefined): Operation =>
  (service, input, step) =>
    perform(service, input as Input, step);

function tagRecord(tags: readonly Tag[]): Record<string, string> {
  return Object.fromEntries(tags.map((tag) => [tag.Key, tag.Value]));
}

function remove<T>(items: T[], item: T): void {
  items.splice(items.indexOf(item), 1);
}

const operations: Readonly<Record<string, Operation>> = {
  CreateContact: operation<CreateContactInput>((service, input) => {
    if (service.contacts.some((each) => each.alias === input.Alias)) fail(`${input.Alias} exists`);
    const contact: OpenContact = {
      arn: contactArn(input.Alias),
      alias: input.Alias,
      type: input.Type,
      displayName: input.DisplayName,
      plan: input.Plan,
      tags: tagRecord(input.Tags),
      channels: [],
    };
    service.checkPlan(contact, input.Plan);
    service.contacts.push(contact);
    return contact.arn;
  }),
  UpdateContact: operation<UpdateContactInput>((service, input) => {
    const contact = service.contact(input.ContactId);
    if (input.Plan !== undefined) {
      service.checkPlan(contact, input.Plan);
      contact.plan = input.Plan;
    }
    if (input.DisplayName !== undefined) contact.displayName = input.DisplayName;
    return undefined;
  }),
  DeleteContact: operation<{ ContactId: string }>((service, { ContactId }) => {
    const holder = service.rotations.find((each) => each.contactIds.includes(ContactId));
    if (holder !== undefined) fail(`${ContactId} is in rotation ${holder.name}`);
    remove(service.contacts, service.contact(ContactId));
    return undefined;
  }),
  CreateContactChannel: operation<CreateContactChannelInput>((service, input) => {
    const contact = service.contact(input.ContactId);
    if (contact.type !== 'PERSONAL') fail('channels are of people');
    const arn = `${arnStart}contact-channel/${contact.alias}/${service.nextId()}`;
    const address = input.DeliveryAddress.SimpleAddress;
    contact.channels.push({ arn, name: input.Name, type: input.Type, address, activated: false });
    return arn;
  }),
  UpdateContactChannel: operation<{
    ContactChannelId: string;
    Name?: string;
    DeliveryAddress?: { SimpleAddress: string };
  }>((service, input) => {
    const channel = service.channel(input.ContactChannelId);
    if (input.Name !== undefined) channel.name = input.Name;
    if (input.DeliveryAddress !== undefined) channel.address = input.DeliveryAddress.SimpleAddress;
    return undefined;
  }),
  DeleteContactChannel: operation<{ ContactChannelId: string }>((service, input) => {
    const channel = service.channel(input.ContactChannelId);
    const owner = service.contacts.find((each) => each.channels.includes(channel));
    remove(owner?.channels ?? [], channel);
    return undefined;
  }),
  CreateRotation: operation<CreateRotationInput>((service, input) => {
    service.checkMembers(input.ContactIds);
    const arn = `${arnStart}rotation/${service.nextId()}`;
    service.rotations.push({
      arn,
      name: input.Name,
      contactIds: input.ContactIds,
      startTime: input.StartTime,
      timeZoneId: input.TimeZoneId,
      recurrence: input.Recurrence,
      tags: tagRecord(input.Tags),
      overrides: [],
    });
    return arn;
  }),
  UpdateRotation: operation<Partial<CreateRotationInput> & { RotationId: string }>(
    (service, input) => {
      const rotation = service.rotation(input.RotationId);
      service.checkMembers(input.ContactIds ?? []);
      rotation.contactIds = input.ContactIds ?? rotation.contactIds;
      rotation.startTime = input.StartTime ?? rotation.startTime;
      rotation.timeZoneId = input.TimeZoneId ?? rotation.timeZoneId;
      rotation.recurrence = input.Recurrence ?? fail('the recurrence is required');
      return undefined;
    },
  ),
  DeleteRotation: operation<{ RotationId: string }>((service, { RotationId }) => {
    remove(service.rotations, service.rotation(RotationId));
    for (const contact of service.contacts) {
      if (!('RotationIds' in contact.plan)) continue;
      contact.plan = { RotationIds: contact.plan.RotationIds.filter((arn) => arn !== RotationId) };
    }
    return undefined;
  }),
  CreateRotationOverride: operation<CreateRotationOverrideInput>((service, input, step) => {
    const rotation = service.rotation(input.RotationId);
    for (const arn of input.NewContactIds) service.contact(arn);
    rotation.overrides.push({
      id: service.nextId(),
      contactIds: input.NewContactIds,
      startTime: input.StartTime,
      endTime: input.EndTime,
      ours: !step.handMade,
    });
    return undefined;
  }),
  DeleteRotationOverride: operation<{ RotationId: string; RotationOverrideId: string }>(
    (service, input) => {
      const { overrides } = service.rotation(input.RotationId);
      const override = overrides.find((each) => each.id === input.RotationOverrideId);
      remove(overrides, override ?? fail(`no override ${input.RotationOverrideId}`));
      return undefined;
    },
  ),
  TagResource: operation<{ ResourceARN: string; Tags: readonly Tag[] }>((service, input) => {
    const { tags } = service.tagged(input.ResourceARN);
    Object.assign(tags, tagRecord(input.Tags));
    if (Object.keys(tags).length > 50) fail('too many tags');
    return undefined;
  }),
  UntagResource: operation<{ ResourceARN: string; TagKeys: readonly string[] }>(
    (service, input) => {
      const { tags } = service.tagged(input.ResourceARN);
      for (const key of input.TagKeys) delete tags[key];
      return undefined;
    },
  ),
};
