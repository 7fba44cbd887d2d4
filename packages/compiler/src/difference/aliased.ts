/** What becomes of contacts, plans and schedules, which the service all calls contacts. */
import type { Arn } from '../arn.ts';
import { originsWithin } from '../compose.ts';
import type { LiveContact } from '../live-state.ts';
import type { AliasedResource, EngagementPlanResource } from '../resource.ts';
import type { UpdateContactInput } from '../wire.ts';
import { type Call, type Change, note, property, type Reason, toDelete } from './change.ts';
import { aliasedContents } from './contents.ts';
import { compareEngagement, referencesOf } from './engagement.ts';
import type { Match } from './match.ts';
import { aliasedSubject, liveContactSubject } from './subject.ts';
import { compareTags } from './tags.ts';
import { arnIn, bind, creation, type View } from './view.ts';
import { kindOfType, quoted } from './words.ts';

/**
 * `engagement` is the plan of a contact that has one, made after it; `former` whom a contact that
 * is made was under another alias, and who goes.
 */
export function aliasedChange(
  resource: AliasedResource,
  engagement: EngagementPlanResource | undefined,
  match: Match<LiveContact>,
  view: View,
  former: LiveContact | undefined,
): readonly Change[] {
  const { id, kind, origin } = resource;
  const subject = aliasedSubject(resource);
  const change = { id, kind, of: id, subject, owner: subject, origin, calls: [], holds: [] };

  if (match.blocked !== undefined) {
    return [{ ...change, action: 'blocked', reasons: [note(match.blocked)] }];
  }
  if (match.stays !== undefined) {
    const { reasons, calls } = update(resource, engagement, match.stays, view);
    if (reasons.length === 0) return [];
    return [
      {
        ...change,
        action: match.adopted ? 'adopt' : 'update',
        reasons: match.adopted ? [note('exists, and is taken over'), ...reasons] : reasons,
        calls,
        holds: referencesOf(match.stays.plan),
      },
    ];
  }

  const [replaced] = match.goes;
  const room = replaced === undefined ? undefined : { ...deletion(replaced), early: true };
  const made = [
    creation(view, resource, room === undefined ? {} : { after: [room.id] }),
    ...(engagement === undefined ? [] : [creation(view, engagement)]),
  ];
  const contents = aliasedContents(resource, engagement, view);
  if (replaced === undefined || room === undefined) {
    const renamed = former === undefined ? [] : [realiased(former, resource)];
    return [{ ...change, action: 'create', reasons: [...renamed, contents], calls: made }];
  }
  const because = [
    "what an alias stands for can't be changed in place",
    ...channelsAlong(replaced),
  ];
  return [
    {
      ...change,
      action: 'replace',
      reasons: [property('kind', kindOfType[replaced.type], kind, because.join('; ')), contents],
      calls: [room, ...made],
      holds: referencesOf(replaced.plan),
    },
  ];
}

/** Of what is ours and not asked for; `gone` says why. */
export function aliasedDeletion(live: LiveContact, gone?: string): Change {
  const subject = liveContactSubject(live);
  return {
    id: idOf(live),
    kind: kindOfType[live.type],
    action: 'delete',
    of: idOf(live),
    subject,
    owner: subject,
    reasons: [toDelete(channelsAlong(live), gone)],
    calls: [deletion(live)],
    holds: referencesOf(live.plan),
  };
}

function realiased({ alias }: LiveContact, { input }: AliasedResource): Reason {
  const because = "an alias can't be changed in place; costs a new activation of each channel";
  return property('alias', alias, input.Alias, because);
}

/** The channels of a contact go with it, and with them that they are activated. */
function channelsAlong({ channels }: LiveContact): readonly string[] {
  if (channels.length === 0) return [];
  const what = channels.length === 1 ? 'its channel goes' : `its ${channels.length} channels go`;
  const lost = channels.filter(({ activated }) => activated).length;
  if (lost === 0) return [`${what} with it`];
  return [`${what} with it, ${lost === 1 ? '1 activation is' : `${lost} activations are`} lost`];
}

function idOf(live: LiveContact): string {
  return `${kindOfType[live.type]}/${live.alias}`;
}

function deletion(live: LiveContact): Call {
  return {
    id: `${idOf(live)}#delete`,
    operation: 'DeleteContact',
    input: { ContactId: live.arn },
    phase: `${kindOfType[live.type]}-deletion`,
    deletes: live.arn,
    frees: referencesOf(live.plan),
  };
}

function update(
  resource: AliasedResource,
  engagement: EngagementPlanResource | undefined,
  live: LiveContact,
  view: View,
): { readonly reasons: readonly Reason[]; readonly calls: readonly Call[] } {
  const tags = compareTags(resource, live);

  const before = live.displayName ?? '';
  const after = resource.input.DisplayName ?? '';
  const renamed =
    before === after ? [] : [property('display name', quotedOrNone(before), quotedOrNone(after))];

  const planned = engagement ?? resource;
  const { Plan } = planned.input;
  const channels = new Set(live.channels.map((channel) => channel.arn));
  const replanned = compareEngagement(Plan, live.plan, view, (arn) => channels.has(arn));

  const reasons = [...renamed, ...replanned];
  if (reasons.length === 0) return tags;

  const input: UpdateContactInput<Arn> = {
    ContactId: live.arn,
    ...(renamed.length > 0 && { DisplayName: after }),
    ...(replanned.length > 0 && { Plan }),
  };
  const kept = new Set(planned.uses.map((id) => arnIn(view, { arnOf: id })));
  const call: Call = {
    id: `${resource.id}#update`,
    operation: 'UpdateContact',
    input: bind(view, input),
    phase: resource.kind === 'contact' ? 'engagement-plan' : resource.kind,
    origin: resource.origin,
    origins: {
      ...originsWithin(resource.origins, renamed.length > 0 ? ['DisplayName'] : []),
      ...originsWithin(planned.origins, replanned.length > 0 ? ['Plan'] : []),
    },
    ...(replanned.length > 0 && {
      uses: planned.uses.filter((id) => id !== resource.id),
      frees: referencesOf(live.plan).filter((arn) => !kept.has(arn)),
    }),
    after: tags.calls.map((each) => each.id),
  };
  return { reasons: [...reasons, ...tags.reasons], calls: [...tags.calls, call] };
}

function quotedOrNone(text: string): string | undefined {
  return text === '' ? undefined : quoted(text);
}
