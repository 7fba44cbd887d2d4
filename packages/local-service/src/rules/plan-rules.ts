/** What the service asks of a plan beyond the model: which parts go with which type of contact. */
import type { Context } from '../context.ts';
import type { Value } from '../model/shapes.ts';
import { type Field, invalidArnMessage } from '../service-error.ts';
import { contactReferenceProblems } from './contact-references.ts';

interface Owner {
  readonly arn: string;
  readonly type: Value<'ContactType'>;
}

export function planProblems(
  context: Context,
  owner: Owner,
  plan: Value<'Plan'>,
): readonly Field[] {
  return owner.type === 'ONCALL_SCHEDULE'
    ? scheduleProblems(context, plan)
    : stagesProblems(context, owner, plan);
}

/** The model says 25, the user guide 8. */
const MOST_ROTATIONS = 8;

function scheduleProblems(context: Context, plan: Value<'Plan'>): readonly Field[] {
  const fields: Field[] = [];
  if (plan.Stages !== undefined) {
    fields.push({
      Name: 'Plan.Stages',
      Message: 'ONCALL SCHEDULE contact cannot have stages in plan',
    });
  }
  if (plan.RotationIds === undefined) {
    fields.push({ Name: 'Plan.RotationIds', Message: 'is required for an ONCALL_SCHEDULE' });
    return fields;
  }
  if (plan.RotationIds.length > MOST_ROTATIONS) {
    fields.push({
      Name: 'Plan.RotationIds',
      Message: `must have at most ${MOST_ROTATIONS} items`,
    });
  }
  for (const [index, arn] of plan.RotationIds.entries()) {
    if (!context.database.get('SELECT id FROM rotation WHERE arn = ?', arn)) {
      fields.push({ Name: `Plan.RotationIds[${index}]`, Message: invalidArnMessage(arn) });
    }
  }
  return fields;
}

function stagesProblems(context: Context, owner: Owner, plan: Value<'Plan'>): readonly Field[] {
  const fields: Field[] = [];
  if (plan.RotationIds !== undefined) {
    fields.push({
      Name: 'Plan.RotationIds',
      Message: `only an ONCALL_SCHEDULE has rotations, and this is of type ${owner.type}`,
    });
  }
  if (plan.Stages === undefined) {
    fields.push({ Name: 'Plan.Stages', Message: `is required for type ${owner.type}` });
    return fields;
  }
  for (const [index, stage] of plan.Stages.entries()) {
    const path = `Plan.Stages[${index}]`;
    if (stage.DurationInMinutes === 0 && stage.Targets.length === 0) {
      fields.push({
        Name: `${path}.DurationInMinutes`,
        Message: 'must be at least 1 in a stage without targets',
      });
    }
    for (const [position, target] of stage.Targets.entries()) {
      fields.push(...targetProblems(context, owner, target, `${path}.Targets[${position}]`));
    }
  }
  return fields;
}

function targetProblems(
  context: Context,
  owner: Owner,
  target: Value<'Target'>,
  path: string,
): readonly Field[] {
  const { ChannelTargetInfo: channel, ContactTargetInfo: contact } = target;
  if ((channel === undefined) === (contact === undefined)) {
    return [
      { Name: path, Message: 'must have exactly one of ChannelTargetInfo and ContactTargetInfo' },
    ];
  }
  if (owner.type === 'PERSONAL') {
    if (channel === undefined) {
      return [{ Name: path, Message: 'a PERSONAL contact targets channels of its own only' }];
    }
    return channelProblems(context, owner, channel.ContactChannelId, path);
  }
  if (contact === undefined) {
    return [{ Name: path, Message: 'an ESCALATION plan targets contacts only' }];
  }
  const name = `${path}.ContactTargetInfo.ContactId`;
  // The model does not require it. A target that is nobody makes no sense: an estimate.
  if (contact.ContactId === undefined) return [{ Name: name, Message: 'is required' }];
  return contactReferenceProblems(
    context,
    contact.ContactId,
    ['PERSONAL', 'ONCALL_SCHEDULE'],
    name,
  );
}

function channelProblems(
  context: Context,
  owner: Owner,
  arn: string,
  path: string,
): readonly Field[] {
  const name = `${path}.ChannelTargetInfo.ContactChannelId`;
  const channel = context.database.get<{ contact_arn: string }>(
    'SELECT contact_arn FROM channel WHERE arn = ?',
    arn,
  );
  if (!channel) return [{ Name: name, Message: invalidArnMessage(arn) }];
  if (channel.contact_arn === owner.arn) return [];
  return [{ Name: name, Message: 'must be a channel of this contact' }];
}
