import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  analyze,
  applyFixes,
  certainFix,
  createSourceFile,
  type Diagnostic,
  decodeSourceFile,
  finding,
  type Rule,
  type SourceFile,
} from '../../src/index.ts';
import { examples } from '../examples.ts';
import { mistakes } from '../mutations.ts';

function fixed(text: string, path = 'main.oncall') {
  return applyFixes(analyze([createSourceFile(path, text)]));
}

const textOf = ({ analysis }: { analysis: Analysis }) => analysis.files[0]?.text;

const person = `contact alice <
  channel phone voice "+12065550100"
  channel text sms "+12065550101"
  stage 5m < notify phone >
  stage 5m < notify text >
>
`;

describe('applyFixes', () => {
  it('gives back the analysis where nothing can be mended', () => {
    const given = analyze([createSourceFile('main.oncall', person)]);
    expect(applyFixes(given)).toEqual({ analysis: given, applied: [], refused: [] });
    expect(applyFixes(given).analysis).toBe(given);
  });

  it('mends all that is certain, and formats only what that changed', () => {
    const result = fixed(
      `${person}plan   sre < stage 45m < notify @alice essential > >\n\nplan other<stage   5m<notify @alice essential>>\n`,
    );
    // What is split off waits for nothing, so it goes again.
    expect(textOf(result)).toBe(
      `${person}plan sre < stage 30m < notify @alice essential > >\n\nplan other<stage   5m<notify @alice essential>>\n`,
    );
    expect(result.applied.map(({ diagnostic }) => diagnostic.code)).toEqual([
      'stage-too-long',
      'trailing-wait',
    ]);
  });

  it('mends a name in all its files', () => {
    const { analysis, applied } = applyFixes(
      analyze([
        createSourceFile('a.oncall', person.replace('alice', 'Alice')),
        createSourceFile('b.oncall', 'plan sre < stage 5m < notify @Alice essential > >\n'),
      ]),
    );
    expect(analysis.files.map(({ text }) => text)).toEqual([
      person,
      'plan sre < stage 5m < notify @alice essential > >\n',
    ]);
    expect(applied.map(({ diagnostic }) => diagnostic.code)).toEqual(['invalid-name']);
  });

  it('chooses nothing, and guesses nothing', () => {
    for (const text of [
      `${person}plan sre < stage 90s < notify @alice essential > >\n`,
      `${person}plan sre < stage 5m < notify @alcie essential > >\n`,
      `${person.replace('notify text', 'notify tetx')}`,
    ]) {
      const result = fixed(text);
      expect(textOf(result)).toBe(text);
      expect(result.refused).toEqual([]);
      expect(result.analysis.diagnostics.flatMap(({ fixes }) => fixes)).not.toEqual([]);
    }
  });

  it('keeps the line ends and the byte-order mark of a file', () => {
    const text = `\uFEFF${person}plan sre < stage 45m < notify @alice essential > stage 5m < notify @alice essential > >\n`;
    const result = textOf(fixed(text.replaceAll('\n', '\r\n')));
    expect(result).toBe(textOf(fixed(text))?.replaceAll('\n', '\r\n'));
    expect(result?.startsWith('\uFEFF')).toBe(true);
    expect(result).toContain('stage 15m < >\r\n');
  });

  it('writes no file whose bytes are not all in its text', () => {
    const bytes = Buffer.from(
      `${person}plan sre < stage 45m < notify @alice > > # \xff\n`,
      'latin1',
    );
    const given = analyze([decodeSourceFile('main.oncall', bytes)]);
    expect(given.diagnostics.map(({ code }) => code)).toContain('stage-too-long');
    expect(applyFixes(given).analysis).toBe(given);
  });

  it('mends what is wanted, and nothing else', () => {
    const text = `${person}plan one < stage 45m < notify @alice essential > >
plan two < stage 5m < notify @alice essential notify @alice > >\n`;
    const given = analyze([createSourceFile('main.oncall', text)]);
    const { analysis, applied } = applyFixes(given, {
      wanted: ({ code }) => code === 'duplicate-target',
    });
    expect(applied).toHaveLength(1);
    const codes = analysis.diagnostics.map(({ code }) => code);
    expect(codes).toContain('stage-too-long');
    expect(codes).not.toContain('duplicate-target');
  });
});

/** Rules whose fixes say in the text what they do: a plan of the name `a-b` becomes one of `b`. */
const renames: Rule = {
  plan({ name, origin }, { tell }) {
    const [, rest] = /^[a-z]-(.*)$/.exec(name) ?? [];
    if (rest === undefined) return;
    const fixes = [{ title: `Write ${rest}`, edits: [{ origin, text: rest }] }];
    tell(finding('slow-escalation', origin, { after: '' }, { fixes }));
  },
};

describe('a fix that would bring an error', () => {
  const plan = (name: string) => `plan ${name} < stage 5m < notify @alice essential > >\n`;
  const run = (...names: readonly string[]) => {
    const file = createSourceFile('main.oncall', person + names.map(plan).join('\n'));
    const given = analyze([file], { rules: [renames] });
    const result = applyFixes(given, { rules: [renames] });
    const plans = [...result.analysis.model.plans.keys()];
    return { ...result, plans };
  };

  it('is not made, and told', () => {
    const { plans, refused, applied } = run('x', 'a-x', 'b-y', 'c-z');
    expect(plans).toEqual(['x', 'a-x', 'y', 'z']);
    expect(applied).toHaveLength(2);
    expect(refused.map(({ code }) => code)).toEqual(['slow-escalation']);
  });

  it('is made when another has made room for it', () => {
    const { plans, refused } = run('p-q-r', 'k-alice', 'q-r');
    expect(plans).toEqual(['q-r', 'k-alice', 'r']);
    expect(refused).toHaveLength(2);
  });
});

describe('over random mistakes in the examples', () => {
  const kinds = Object.values(mistakes) as readonly ((
    text: string,
  ) => readonly { text: string }[])[];
  const mangled = fc
    .tuple(
      fc.constantFrom(...examples),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }),
    )
    .map(([files, picks]) => {
      const texts = new Map(files.map(({ path, text }) => [path, text]));
      for (const [whichFile, whichKind, whichPlace] of picks) {
        const { path } = files[whichFile % files.length] as SourceFile;
        const kind = [...kinds, ...fixable][whichKind % (kinds.length + fixable.length)];
        const made = kind?.(texts.get(path) ?? '') ?? [];
        const mutation = made[whichPlace % Math.max(1, made.length)];
        if (mutation !== undefined) texts.set(path, mutation.text);
      }
      return [...texts].map(([path, text]) => createSourceFile(path, text));
    });
  const runs = { numRuns: Number(process.env['FIX_RUNS'] ?? 60) };

  it('leaves no fix that could be made, brings no error, and does nothing the second time', () => {
    let mended = 0;
    fc.assert(
      fc.property(mangled, (files) => {
        const given = analyze(files);
        const { analysis, applied, refused } = applyFixes(given);
        mended += applied.length;
        const fresh = analyze(analysis.files);
        expect(analysis.diagnostics.map(told)).toEqual(fresh.diagnostics.map(told));
        const left = fresh.diagnostics.filter((each) => certainFix(each) !== undefined);
        expect(left.map(told)).toEqual(refused.map(told));
        expect(countErrors(fresh)).toBeLessThanOrEqual(countErrors(given));
        for (const code of errorCodes(fresh)) expect(errorCodes(given)).toContain(code);
        const again = applyFixes(fresh);
        expect(again.applied).toEqual([]);
        expect(again.analysis).toBe(fresh);
      }),
      runs,
    );
    expect(mended).toBeGreaterThan(0);
  }, 600_000);
});

/** Mistakes that have a fix. */
const fixable: readonly ((text: string) => readonly { text: string }[])[] = [
  (text) => at(text, /stage \d+m/g, 'stage 75m'),
  (text) => at(text, /(?<=\+1206)/g, '-'),
  (text) => at(text, /(?<=(contact|plan|schedule|rotation|template) )[a-z]/g, 'X'),
  (text) => at(text, /notify @[a-z-]+/g, (found) => `${found} ${found}`),
  (text) => at(text, /retry \d+m/g, 'retry 59m'),
  (text) => at(text, /stage \d+m/g, 'stage 0m'),
  (text) => at(text, /(?<=\n)>/g, '  stage 5m < >\n>'),
];

function at(text: string, form: RegExp, put: string | ((found: string) => string)) {
  return [...text.matchAll(form)].map((match) => {
    const is = typeof put === 'string' ? put : put(match[0]);
    return { text: text.slice(0, match.index) + is + text.slice(match.index + match[0].length) };
  });
}

function told({ code, severity, message, location, fixes }: Diagnostic) {
  return [code, severity, message, location.file.path, location.span, fixes.map((it) => it.title)];
}

function errorCodes({ diagnostics }: Analysis) {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

function countErrors(analysis: Analysis): number {
  return errorCodes(analysis).length;
}
