import { preview, type RotationShift } from '@oncall/compiler';
import type { Model, Rotation } from '@oncall/language';
import { disagreements, shifts as shiftsOf } from '@oncall/simulator';
import { blame } from '../aws/blame.ts';
import { pages } from '../aws/pages.ts';
import { type Service, ServiceError } from '../aws/service.ts';
import type { Command } from '../command-line/command.ts';
import { concurrently } from '../concurrently.ts';
import { loadProject } from '../deployment/load-project.ts';
import { destinationOf } from '../deployment/target.ts';
import { exitCodes, usageError } from '../exit.ts';
import { openAccount } from '../people/open-account.ts';
import { renderNotice } from '../reporters/notice.ts';
import { verifyJson } from '../reporters/verify-json.ts';
import { verifyText } from '../reporters/verify-text.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { tellEstimate } from '../time/estimate.ts';
import { named } from '../time/named.ts';
import { now } from '../time/now.ts';
import { instantIn, timeGiven, type WrittenTime } from '../time/written-time.ts';

/** Asks the service who would be on call, and holds that against the simulator. Writes nothing. */
export const verify: Command = {
  async run(invocation, surroundings) {
    const { out, err } = surroundings.terminal;
    const destination = destinationOf(invocation, surroundings);
    const from = timeGiven('from', invocation);
    const to = timeGiven('to', invocation);
    const project = loadProject(invocation.arguments[0], surroundings);
    if (project === undefined) return exitCodes.failed;
    const { analysis } = project;
    const questions = rotationsMeant(invocation.subjects, analysis.model).map((rotation) => {
      return { rotation, ...windowOf(rotation, from, to) };
    });
    if (questions.length === 0) {
      err.note('the project has no rotations\n');
      return exitCodes.fine;
    }
    const { signal } = new AbortController();
    const opened = await openAccount(destination, project, invocation, surroundings, signal);
    if (opened === undefined) return exitCodes.failed;
    const { target } = opened;
    try {
      let done = 0;
      const found = await concurrently(questions, width, async (it) => {
        const held = await hold(it, target.connection);
        done += 1;
        err.progress(progressBar('Asking the service', done, questions.length));
        return held;
      });
      err.progress('');
      const isJson = invocation.value('format') === 'json';
      out.write(isJson ? verifyJson(found) : verifyText(found, target.place, out.paint));
      tellEstimate(err);
      const isSame = found.every(({ differences }) => differences.length === 0);
      return isSame ? exitCodes.fine : exitCodes.failed;
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      err.write(renderNotice(blame(error), err));
      return exitCodes.failed;
    } finally {
      await target.close();
    }
  },
};

/** Questions under way at a time. */
const width = 4;

function rotationsMeant(words: readonly string[], model: Model): readonly Rotation[] {
  if (words.length === 0) return [...model.rotations.values()];
  const names = words.flatMap((word) => named(word, model, ['rotation'])).map(({ name }) => name);
  return [...new Set(names)].flatMap((name) => model.rotations.get(name) ?? []);
}

const month = 30 * 86_400;

function windowOf(
  { zone }: Rotation,
  from: WrittenTime | undefined,
  to: WrittenTime | undefined,
): { readonly from: number; readonly to: number } {
  const first = from === undefined ? Math.floor(now() / 60) * 60 : instantIn(from, zone.value);
  const last = to === undefined ? first + month : instantIn(to, zone.value);
  if (first < last) return { from: first, to: last };
  throw usageError(`--to must be later than ${from === undefined ? 'now' : '--from'}`);
}

interface Question {
  readonly rotation: Rotation;
  /** Epoch seconds. */
  readonly from: number;
  readonly to: number;
}

async function hold({ rotation, from, to }: Question, service: Service) {
  const own = shiftsOf(rotation, from, to);
  // It is not documented whether a shift that begins before the time asked for is told, so whole
  // ones are asked for.
  const first = Math.min(from, own[0]?.start ?? from);
  const last = Math.max(to, own.at(-1)?.end ?? to);
  const answer = await pages<RotationShift>(
    service,
    'ListPreviewRotationShifts',
    preview(rotation, first, last),
    'RotationShifts',
  );
  const told = answer.map(({ StartTime, EndTime, ContactIds = [] }) => ({
    start: Math.floor(StartTime),
    end: Math.floor(EndTime),
    contacts: ContactIds,
  }));
  const differences = disagreements(told, own, { start: from, end: to });
  return { rotation, from, to, differences };
}
