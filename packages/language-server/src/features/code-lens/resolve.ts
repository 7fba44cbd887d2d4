/** What a lens says, worked out when it is shown. */
import { mentionsOf, symbolAt } from '@oncall/language';
import type { CodeLens, Command } from 'vscode-languageserver';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { LensData } from '../code-lens.ts';
import { anEstimate } from '../hover/time.ts';
import { resultOf, testAt } from '../project-tests.ts';
import { onCallNow } from './on-call-now.ts';

export function resolveCodeLens(snapshot: Snapshot, lens: CodeLens): CodeLens {
  return { ...lens, command: commandOf(snapshot, lens, lens.data as LensData) };
}

/** Where the lens was made. */
export function uriOfCodeLens({ data }: CodeLens): string {
  return (data as LensData | undefined)?.uri ?? '';
}

function commandOf(snapshot: Snapshot, { range }: CodeLens, data: LensData): Command {
  const { line, character } = range.start;
  switch (data.kind) {
    case 'simulate': {
      const values = [data.uri, line, character];
      return { title: 'simulate', command: 'oncall.simulate', arguments: values };
    }
    case 'uses':
      return told(usesOf(snapshot, snapshot.offsetAt(range.start)));
    case 'on-call':
      return told(onCallNow(snapshot.analysis.model, data, snapshot.now), anEstimate);
    case 'run': {
      const values = [data.uri, data.name, ...(data.nth === 0 ? [] : [data.nth])];
      return { title: 'run', command: 'oncall.runTest', arguments: values };
    }
    case 'result': {
      const test = testAt(snapshot, snapshot.offsetAt(range.start));
      if (test === undefined) return told('can’t be run yet');
      const { passed, failures } = resultOf(snapshot, test);
      const more = failures.length > 1 ? ` (and ${failures.length - 1} more)` : '';
      return told(passed ? 'passed' : `failed: ${failures[0]?.message}${more}`, anEstimate);
    }
  }
}

function usesOf(snapshot: Snapshot, offset: number): string {
  const { analysis, file } = snapshot;
  const symbol = symbolAt(analysis, file.path, offset);
  const mentions = symbol === undefined ? [] : mentionsOf(analysis, symbol);
  const count = mentions.filter(({ gives }) => !gives).length;
  return `${count} ${count === 1 ? 'use' : 'uses'}`;
}

/** A lens that is only to be read. */
function told(title: string, tooltip?: string): Command {
  return { title, command: '', ...(tooltip !== undefined && { tooltip }) };
}
