import { type Model, parseDuration } from '@oncall/language';
import { type Acknowledgement, type Page, pageZone, timeline } from '@oncall/simulator';
import type { Command } from '../command-line/command.ts';
import { loadProject } from '../deployment/load-project.ts';
import { exitCodes, usageError } from '../exit.ts';
import { timelineJson } from '../reporters/timeline-json.ts';
import { timelineMermaid } from '../reporters/timeline-mermaid.ts';
import { timelineText } from '../reporters/timeline-text.ts';
import { visible } from '../terminal/visible.ts';
import { tellEstimate } from '../time/estimate.ts';
import { named } from '../time/named.ts';
import { instantIn, readTime, readZone } from '../time/written-time.ts';

/** Shows who is paged when, by what, and what stops it. */
export const simulate: Command = {
  async run(invocation, surroundings) {
    const { out, err } = surroundings.terminal;
    const written = invocation.value('at');
    if (written === undefined) {
      throw usageError('oncall simulate needs --at', 'Write: --at 2026-03-02T03:00.');
    }
    const time = readTime('at', written);
    const given = invocation.value('zone');
    const zoneGiven = given === undefined ? undefined : readZone('zone', given);
    const project = loadProject(invocation.arguments[0], surroundings);
    if (project === undefined) return exitCodes.failed;

    const { model } = project.analysis;
    const target = targetMeant(invocation.subjects[0] as string, model);
    const zone = zoneGiven ?? pageZone(target, model);
    if (zone === undefined && time.kind === 'local') {
      throw usageError(
        `@${target.name} has no zone of its own for --at`,
        'Add --zone, such as --zone America/New_York, or write an instant.',
      );
    }
    const shown = zone ?? 'UTC';
    const page: Page = {
      target,
      at: instantIn(time, shown),
      acknowledgements: invocation.values('ack').map((word) => acknowledgement(word, model)),
      nobodyAnswers: invocation.has('nobody-answers'),
    };
    const events = timeline(model, page);
    switch (invocation.value('format')) {
      case 'json':
        out.write(timelineJson(events));
        break;
      case 'mermaid':
        out.write(timelineMermaid(page, events, shown));
        break;
      case 'svg': {
        const { timelinePicture } = await import('@oncall/simulator/pictures');
        out.write(timelinePicture(model, page, { zone: shown }));
        break;
      }
      default:
        out.write(timelineText(page, events, { zone: shown, paint: out.paint }));
    }
    tellEstimate(err);
    return exitCodes.fine;
  },
};

/** These share one set of names, so that a name means one of them. */
function targetMeant(word: string, model: Model): Page['target'] {
  const [found] = named(word, model, ['plan', 'schedule', 'contact', 'extern']);
  return found as Page['target'];
}

/** Reads `@CONTACT=7m`. */
function acknowledgement(word: string, model: Model): Acknowledgement {
  const [, who, duration = ''] = /^(.+)=([^=]*)$/.exec(word) ?? [];
  const after = parseDuration(duration);
  if (who === undefined || after === undefined) {
    throw usageError(`--ack can't be ${visible(word)}`, 'Write one like --ack @alice=7m.');
  }
  const [found] = named(who, model, ['contact', 'extern']);
  return { contact: found?.name ?? who, after };
}
