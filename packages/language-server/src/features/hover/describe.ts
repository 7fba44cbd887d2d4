/** What a thing in the text is, in words. */
import {
  type Code,
  declared,
  meaningOf,
  offsetAt,
  severityOf,
  type Thing,
  templateStages,
} from '@oncall/language';
import { clockText, timeText } from '@oncall/simulator';
import type { ProjectSnapshot } from '../../workspace/snapshot.ts';
import { blocks, code, codeBlock, plain } from './markdown.ts';
import { channelWords, contactWords, externWords, stagesWords, variableWords } from './people.ts';
import { planWords, rotationWords, scheduleWords } from './time.ts';
import {
  durationWords,
  instantWritten,
  offsetWords,
  timeOnDayOf,
  zonedText,
} from './time-words.ts';

/** As markdown; `undefined` where there is nothing to say. */
export function describe(thing: Thing, snapshot: ProjectSnapshot): string | undefined {
  const { analysis, now } = snapshot;
  switch (thing.kind) {
    case 'declared':
      return thing.set === 'project'
        ? projectWords(snapshot)
        : declaredWords(thing.set, thing.name, snapshot);
    case 'channel': {
      const owner = analysis.model.contacts.get(thing.contact ?? '');
      const channel = owner?.channels.find(({ name }) => name === thing.name);
      if (owner === undefined || channel === undefined) return undefined;
      return blocks(`**channel** of ${code(owner.name)}`, channelWords(channel, owner, snapshot));
    }
    case 'code':
      return codeWords(thing.code, snapshot);
    case 'word': {
      const meaning = meaningOf(thing.word, thing.in);
      if (meaning === undefined) return undefined;
      return blocks(
        meaning.form === undefined ? undefined : codeBlock(meaning.form, 'oncall'),
        plain(meaning.text),
      );
    }
    case 'variable':
      return blocks(
        `**variable** ${code(`$${thing.name}`)}: ${variableWords(thing.name, snapshot)}`,
        plain(
          'Looked up when requests are made: in --var, the environment, --vars FILE, and oncall.env of the project.',
        ),
      );
    case 'zone':
      return `It is ${plain(clockText(thing.zone, now))} there, ${plain(offsetWords(offsetAt(thing.zone, now)))}.`;
    case 'duration':
      return plain(`${durationWords(thing.seconds)}.`);
    case 'time': {
      const { zone, time } = thing;
      if (zone === undefined) return undefined;
      const today = timeOnDayOf(zone, now, time);
      return plain(`Today ${zonedText(zone, today)} in ${zone}, ${timeText('UTC', today)} UTC.`);
    }
    case 'date-time': {
      const instant = instantWritten(thing.at, thing.zone);
      if (instant === undefined) return undefined;
      const utc = `${new Date(instant * 1_000).toISOString().slice(0, 19)}Z`;
      const shown =
        thing.zone === undefined
          ? clockText('UTC', instant)
          : `${zonedText(thing.zone, instant)} in ${thing.zone}`;
      return blocks(plain(shown), code(utc));
    }
  }
}

/** What a code counts as unless it is set, and where its page is. */
function codeWords(name: Code, { pageOf }: ProjectSnapshot): string {
  const page = pageOf(name);
  return blocks(
    `${code(name)}: ${severities[severityOf(name)]}`,
    page === undefined
      ? plain(`oncall explain ${name} prints its page.`)
      : `[What it means, with examples](${page})`,
  );
}

const severities = { error: 'an error', warning: 'a warning', info: 'an information' } as const;

/** Of a declaration: its title, its documentation, and what it does. */
export function declaredWords(
  set: 'person' | 'rotation' | 'template',
  name: string,
  snapshot: ProjectSnapshot,
): string | undefined {
  const found = declared(snapshot.analysis, set, name);
  if (found === undefined) return undefined;
  const kind = found.kind === 'extern' ? 'extern contact' : found.kind;
  const label = found.label === undefined ? '' : ` ${plain(found.label)}`;
  const documentation = found.documentation();
  return blocks(
    `**${kind}** ${code(found.name)}${label}`,
    documentation === undefined ? undefined : plain(documentation),
    doesWords(found.kind, found.name, snapshot),
  );
}

function doesWords(
  kind: 'contact' | 'plan' | 'schedule' | 'extern' | 'rotation' | 'template',
  name: string,
  snapshot: ProjectSnapshot,
): string | undefined {
  const { now, analysis } = snapshot;
  const { model } = analysis;
  switch (kind) {
    case 'contact': {
      const contact = model.contacts.get(name);
      return contact && contactWords(contact, snapshot);
    }
    case 'plan': {
      const plan = model.plans.get(name);
      return plan && planWords(plan, model, now);
    }
    case 'schedule': {
      const schedule = model.schedules.get(name);
      return schedule && scheduleWords(schedule, model, now);
    }
    case 'rotation': {
      const rotation = model.rotations.get(name);
      return rotation && rotationWords(rotation, now);
    }
    case 'extern': {
      const extern = model.externs.get(name);
      return extern && externWords(extern, snapshot);
    }
    case 'template':
      return templateWords(name, snapshot);
  }
}

function templateWords(name: string, { analysis }: ProjectSnapshot): string {
  const stages = templateStages(analysis, name);
  return stages.length === 0 ? 'Has no stages.' : stagesWords(stages);
}

function projectWords({ analysis }: ProjectSnapshot): string {
  const { contacts, plans, schedules, rotations, tests, project } = analysis.model;
  const counts = [
    counted(contacts.size, 'contact'),
    counted(plans.size, 'plan'),
    counted(schedules.size, 'schedule'),
    counted(rotations.size, 'rotation'),
    counted(tests.length, 'test'),
  ].join(', ');
  return blocks(`**project** ${code(project?.name ?? 'default')}`, `${counts}.`);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
