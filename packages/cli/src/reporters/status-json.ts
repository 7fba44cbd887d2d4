import type { OpenPeople } from '../people/open-people.ts';
import { isAlarming, type Readied } from '../people/readiness.ts';
import { utcText } from '../time/clock-text.ts';
import { jsonText } from './json-text.ts';

/** Who can be reached, for programs. Addresses are masked. */
export function statusJson({ account, target, now }: OpenPeople, readied: Readied): string {
  const { people, notDeployed } = readied;
  return jsonText({
    account: account ?? null,
    region: target.region,
    at: utcText(now),
    people: people.map((person) => ({
      name: person.name,
      displayName: person.displayName ?? null,
      readiness: person.readiness,
      needed: person.isNeeded,
      channels: person.channels.map(({ name, type, address, state, isNotified, isInFiles }) => ({
        name,
        type,
        address: address ?? null,
        state,
        notified: isNotified,
        inFiles: isInFiles,
      })),
      turns: person.turns.map(({ schedule, rotation, isNow, until, start }) => ({
        schedule,
        rotation,
        onCall: isNow,
        until: until === undefined ? null : utcText(until),
        next: start === undefined ? null : utcText(start),
      })),
      plans: person.plans.map(({ plan, stages, through, isEssential }) => ({
        plan,
        stages,
        through,
        essential: isEssential,
      })),
    })),
    notDeployed,
    unreachable: people.filter(isAlarming).map(({ name }) => name),
  });
}
