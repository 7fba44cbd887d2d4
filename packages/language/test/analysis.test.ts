/** An analysis shares what did not change with the one before, and never differs for it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateOf } from '../src/analysis.ts';
import {
  type Analysis,
  analyze,
  createSourceFile,
  type Diagnostic,
  finding,
  type Location,
  type Origin,
  type Rule,
  type SourceFile,
} from '../src/index.ts';
import { titleOf } from '../src/semantics/resolve/references.ts';
import { examples } from './examples.ts';
import { program } from './program.ts';

const two = [
  createSourceFile(
    'b.oncall',
    'plan sre < stage 5m < notify @alice essential > >\n\nplan other < stage 5m < notify @bob > >\n',
  ),
  createSourceFile(
    'a.oncall',
    'contact alice <\n  channel phone voice "+12065550100"\n  stage 5m < notify phone >\n>\n\ncontact bob < >\n',
  ),
];

describe('what is parsed', () => {
  it('is all at first, and nothing without a change', () => {
    const first = analyze(two);
    expect(first.parsed).toBe(4);
    const again = analyze([...two].reverse(), { previous: first });
    expect(again.parsed).toBe(0);
    expect(again.diagnostics).toEqual(first.diagnostics);
  });

  it.each([
    ['within a block', '5m < notify phone', '6m < notify phone'],
    ['of a name', 'contact bob', 'contact bobby'],
    ['that breaks a block', 'voice "+12065550100"', 'voice "+12065550100'],
    ['at the end', 'bob < >\n', 'bob < alias "b" >'],
    ['in a comment', 'contact alice', '# Alice\ncontact alice'],
  ])('is one declaration for an edit %s', (_, was, is) => {
    const first = analyze(two);
    const changed = edited(two, 'a.oncall', (text) => text.replace(was, () => is));
    const second = analyze(changed, { previous: first });
    expect(second.parsed).toBe(1);
    expectSame(second, analyze(changed));
  });

  it('is two where one is split, one where two are joined, none where one goes', () => {
    const first = analyze(two);
    const joined = edited(two, 'b.oncall', (text) => text.replace('\n\nplan', ' plan'));
    const second = analyze(joined, { previous: first });
    expect(second.parsed).toBe(2);
    expectSame(second, analyze(joined));
    const third = analyze(two, { previous: second });
    expect(third.parsed).toBe(2);
    expectSame(third, first);
    const less = edited(two, 'b.oncall', (text) => text.slice(0, text.indexOf('plan other')));
    expect(analyze(less, { previous: third }).parsed).toBe(0);
    expectSame(analyze(less, { previous: third }), analyze(less));
  });

  it('is cut anew where comments come to belong to what stands below them', () => {
    const text = '# one\n# two\ncontact alice <\n  alias "a"\n>\n';
    let last = analyze([createSourceFile('a', text)]);
    for (const before of ['contact ', '{#contact ', 'contact ', '']) {
      const files = [createSourceFile('a', before + text)];
      last = analyze(files, { previous: last });
      expect(piecesOf(last)).toEqual(piecesOf(analyze(files)));
    }
  });

  it('is one of ten thousand', () => {
    const contacts = Array.from(
      { length: 10_000 },
      (_, n) =>
        `contact c${n} < channel phone voice "+1206${5_550_000 + n}" stage 5m < notify phone > >\n`,
    );
    const [text] = [contacts.join('')];
    const first = analyze([createSourceFile('a', text)]);
    const changed = createSourceFile('a', text.replace('c5000 < channel', 'c5000 < channel '));
    const second = analyze([changed], { previous: first });
    expect(second.parsed).toBe(1);
    expect(second.model.contacts.get('c4990')).toBe(first.model.contacts.get('c4990'));
    expect(second.diagnostics.length).toBe(10_000);
  });
});

describe('an analysis', () => {
  it('sorts files by path and keeps what it was given', () => {
    const { files } = analyze(two);
    expect(files).toEqual([two[1], two[0]]);
  });

  it('stays what it was when another follows', () => {
    const first = analyze(two);
    const before = plain(first);
    analyze(
      edited(two, 'a.oncall', () => ''),
      { previous: first },
    );
    analyze([], { previous: first });
    expect(plain(first)).toEqual(before);
    expect(plain(analyze(two))).toEqual(before);
  });

  it('finds where an origin lies now, though text above it changed', () => {
    const first = analyze(two);
    const second = analyze(
      edited(two, 'a.oncall', (text) => `# one\n\n${text}`),
      { previous: first },
    );
    const bob = second.model.contacts.get('bob')?.origin as Origin;
    const { file, span } = second.locate(bob);
    expect(file.text.slice(span.start, span.end)).toBe('bob');
    expect(bob).toEqual(first.model.contacts.get('bob')?.origin);
    expect(first.locate(bob).span.start).toBe(span.start - '# one\n\n'.length);
  });

  it('does not know origins of others', () => {
    const origin = analyze(two).model.contacts.get('bob')?.origin as Origin;
    expect(() => analyze([createSourceFile('c', '')]).locate(origin)).toThrow('another analysis');
  });

  it('does again what asked about a name that means something else, and no more', () => {
    const first = analyze(two);
    const renamed = edited(two, 'a.oncall', (text) => text.replace('bob', 'bobby'));
    const second = analyze(renamed, { previous: first });
    expect(second.model.contacts.get('alice')).toBe(first.model.contacts.get('alice'));
    expect(second.model.plans.get('sre')).toBe(first.model.plans.get('sre'));
    expect(second.model.plans.get('other')).not.toBe(first.model.plans.get('other'));
    expect(second.diagnosticsOf('b.oncall').map(({ code }) => code)).toContain('dangling-contact');
  });

  it('keeps the diagnostics of a file in which nothing is otherwise', () => {
    const first = analyze(two);
    expect(first.diagnosticsOf('b.oncall').length).toBeGreaterThan(0);
    const files = edited(two, 'a.oncall', (text) => `# A\n\n${text}`);
    const second = analyze(files, { previous: first });
    expect(second.diagnosticsOf('b.oncall')).toBe(first.diagnosticsOf('b.oncall'));
    expect(second.diagnosticsOf('a.oncall')).not.toBe(first.diagnosticsOf('a.oncall'));
    expect(second.diagnosticsOf('none.oncall')).toEqual([]);
  });

  it('places what later stages find', () => {
    const analysis = analyze(two);
    const origin = analysis.model.contacts.get('bob')?.origin as Origin;
    const [first] = analysis.diagnostics;
    const found = finding(
      'invalid-alias',
      origin,
      { alias: 'x' },
      {
        related: [{ origin, message: 'here' }],
        fixes: [{ title: 'mend', edits: [{ origin, text: 'y' }] }],
      },
    );
    const placed = analysis.place(found);
    const location = analysis.locate(origin);
    expect(placed).toMatchObject({
      code: 'invalid-alias',
      severity: 'error',
      location,
      related: [{ location, message: 'here' }],
      fixes: [{ title: 'mend', edits: [{ location, text: 'y' }] }],
    });
    expect(Object.keys(placed).sort()).toEqual(Object.keys(first as Diagnostic).sort());
  });
});

type Files = readonly SourceFile[];

const put = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '>',
    '<',
    '"',
    '@',
    '#',
    '# oncall-ignore unused-contact: x\n',
    '@alice',
    '@alise',
    'director',
    'notify @sre essential',
    'use paged',
    '@',
    '5x',
    '\n\n',
    'contact alice < >',
    '\ncontact zed <',
    'plan sre < stage 5m < notify @alice > >\n',
    'template paged < stage 5m < notify phone > >\n',
    'project p < lint unused-contact off >\n',
    'project p < lint literal-address warning >\n',
    'contact eve < channel phone voice $AISHA_PHONE channel mail email "alice@example.com" >\n',
    '+12065550100',
    '$WEI_PHONE ',
    'extern ',
    'contact ',
    'test "t" <',
    'alias "alice"',
    'A',
    'é',
  ),
  fc.string({ maxLength: 3 }),
);

/** An edit of a file at a part of its length, or of the list of files. */
const edit = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      file: fc.nat(),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 120 })),
      put,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('add', 'remove', 'rename', 'copy', 'swap', 'ends'),
      file: fc.nat(),
    }),
  },
);

type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

/** Paths stay different, as those of files do. */
function apply(files: Files, step: Edit): Files {
  return [...new Map(applied(files, step).map((file) => [file.path, file])).values()];
}

function applied(files: Files, step: Edit): Files {
  const at = files.length === 0 ? 0 : step.file % files.length;
  const file = files[at];
  const others = files.filter((_, index) => index !== at);
  if (file === undefined || step.kind === 'add') {
    return [
      ...files.filter(({ path }) => path !== 'new.oncall'),
      createSourceFile('new.oncall', 'contact alice < >\n'),
    ];
  }
  switch (step.kind) {
    case 'text': {
      const { text } = file;
      const start = Math.floor(step.at * text.length);
      const changed = text.slice(0, start) + step.put + text.slice(start + step.remove);
      return [createSourceFile(file.path, changed), ...others];
    }
    case 'remove':
      return others;
    case 'rename':
      return [...others, createSourceFile(`${step.file % 7}${file.path}`, file.text)];
    case 'copy':
      return [...files, createSourceFile(`${step.file}.oncall`, file.text)].slice(0, 14);
    case 'swap': {
      const [other, ...rest] = others;
      if (other === undefined) return files;
      return [
        createSourceFile(file.path, other.text),
        createSourceFile(other.path, file.text),
        ...rest,
      ];
    }
    default:
      return [
        ...others,
        createSourceFile(
          file.path,
          file.text.includes('\r')
            ? file.text.replace(/\r\n?/g, '\n')
            : file.text.replaceAll('\n', '\r\n'),
        ),
      ];
  }
}

/** Rules that look at others by all ways there are, and tell it in their messages and their places. */
const curious: readonly Rule[] = [
  {
    *plan(plan, { contacts, schedules, rotations, isSound }) {
      const people = plan.stages.flatMap(({ targets }) =>
        targets.flatMap(({ to }) => {
          if (to.kind === 'contact') return contacts.get(to.name) ?? [];
          const of = schedules.get(to.name)?.rotations ?? [];
          return of.flatMap(({ name }) =>
            (rotations.get(name)?.members ?? []).flatMap((each) => contacts.get(each.name) ?? []),
          );
        }),
      );
      const told = people.map((each) => `${each.name} ${each.stages.length} ${isSound(each)}`);
      yield finding('invalid-alias', plan.origin, { alias: told.join(', ') });
      // As a rule may tell of a plan at what it names.
      for (const { origin } of people.slice(0, 1)) {
        const related = [{ origin: plan.origin, message: plan.name }];
        yield finding('invalid-alias', origin, { alias: plan.name }, { related });
      }
    },
  },
  {
    *contact(contact, { uses, externs, plans, isPerhapsUsed }) {
      const { name } = contact;
      const kinds = ['contact', 'plan', 'schedule', 'extern', 'rotation', 'template'] as const;
      const told = kinds.map((kind) => {
        const use = uses[kind].get(name);
        return use && `${use.kind} ${use.reaches} ${titleOf(use.by)}`;
      });
      const others = [externs.get('director')?.name, plans.get('sre')?.stages.length];
      const alias = [...told, ...others, isPerhapsUsed(name)].join(' ');
      yield finding('invalid-alias', contact.stages[0]?.origin ?? contact.origin, { alias });
    },
    *test({ origin, page }, { plans }) {
      const plan = plans.get(page.target.name);
      if (plan === undefined) return;
      const related = [{ origin: plan.origin, message: 'paged' }];
      yield finding('invalid-alias', origin, { alias: plan.name }, { related });
    },
  },
];

describe('after any edits, an analysis is what it would be from scratch', () => {
  it.each(examples.map((files) => [files[0]?.path.split('/')[0], files] as const))(
    '%s',
    (_, files) => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (edits) => {
          expectSameThroughout(files, edits);
        }),
        { numRuns: files.length > 1 ? 40 : 120 },
      );
    },
  );

  it('with more names that dangle than are searched for', () => {
    const names = Array.from({ length: 250 }, (_, n) => `person-${n}`);
    const contacts = names.map((name) => `contact ${name} < >\n`).join('');
    const targets = names.map((name) => `notify @${name}x `).join('');
    const plan = `plan sre < stage 5m < ${targets}> >\n`;
    let last = analyze([createSourceFile('a', contacts), createSourceFile('b', plan)]);
    for (const text of [
      plan.replace('person-7x', 'person-7'),
      `plan zero < stage 5m < notify @person-249y > >\n${plan}`,
      '',
      plan,
    ]) {
      const files = [createSourceFile('a', contacts), createSourceFile('b', text)];
      last = analyze(files, { previous: last });
      expectSame(last, analyze(files));
    }
  });

  it('any programs', () => {
    fc.assert(
      fc.property(
        fc.array(program(), { minLength: 1, maxLength: 3 }),
        fc.array(edit, { minLength: 1, maxLength: 15 }),
        (texts, edits) => {
          const files = texts.map((text, index) => createSourceFile(`${index}.oncall`, text));
          expectSameThroughout(files, edits);
        },
      ),
      { numRuns: 150 },
    );
  });
});

function expectSameThroughout(files: Files, edits: readonly Edit[]): void {
  let now = files;
  let last = analyze(now, { rules: curious });
  for (const [at, step] of edits.entries()) {
    const before = last;
    now = apply(now, step);
    // Now and then a caller knows something else, and now and then goes on from before that.
    const rules = at % 7 === 6 ? curious.slice(1) : curious;
    last = analyze(now, { previous: last, rules });
    expectSame(last, analyze(now, { rules }));
    if (at % 5 === 4) last = before;
  }
}

function expectSame(incremental: Analysis, fresh: Analysis): void {
  expect(plain(incremental)).toEqual(plain(fresh));
}

/** How the files of an analysis are cut. */
function piecesOf(analysis: Analysis): readonly string[] {
  return [...stateOf(analysis).files.values()].flatMap(({ pieces }) =>
    pieces.map(({ text }) => text),
  );
}

/** All that an analysis says, with places in files where it holds pieces. */
function plain(analysis: Analysis): unknown {
  return {
    files: analysis.files,
    pieces: piecesOf(analysis),
    diagnostics: analysis.diagnostics,
    model: located(analysis.model, (origin) => analysis.locate(origin)),
  };
}

function isMap(value: unknown): value is ReadonlyMap<string, unknown> {
  return value instanceof Object && 'has' in value && 'keys' in value;
}

function located(value: unknown, locate: (origin: Origin) => Location): unknown {
  if (isMap(value)) {
    return [...value].map(([key, part]) => [key, located(part, locate)]);
  }
  if (Array.isArray(value)) return value.map((part) => located(part, locate));
  if (typeof value !== 'object' || value === null) return value;
  if ('piece' in value) {
    const { file, span } = locate(value as Origin);
    return `${file.path}:${span.start}..${span.end}`;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, located(part, locate)]),
  );
}

function edited(files: Files, path: string, change: (text: string) => string): Files {
  return files.map((file) =>
    file.path === path ? createSourceFile(path, change(file.text)) : file,
  );
}
