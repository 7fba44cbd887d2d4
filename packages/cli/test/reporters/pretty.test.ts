import { createSourceFile, type Diagnostic } from '@oncall/language';
import { describe, expect, it } from 'vitest';
import { reportPretty } from '../../src/reporters/pretty.ts';
import { paintWith } from '../../src/terminal/paint.ts';
import { createStream } from '../../src/terminal/terminal.ts';

const file = createSourceFile('main.oncall', 'plan sre < stage 5m < notify @alcie > >\n');
const other = createSourceFile('people.oncall', 'contact alice < >\n');
const stream = createStream(() => {}, { interactive: false, colour: false, columns: 80 });

const dangling: Diagnostic = {
  code: 'dangling-contact',
  severity: 'error',
  message: 'No contact is named alcie. Did you mean alice?',
  location: { file, span: { start: 29, end: 35 } },
  related: [{ location: { file: other, span: { start: 8, end: 13 } }, message: 'alice is here' }],
  fixes: [{ title: 'Replace by @alice', edits: [] }],
};

describe('reportPretty', () => {
  it('says nothing about nothing', () => {
    expect(reportPretty([], stream)).toBe('');
  });

  it('shows the place, what is wrong, what to do, and the sum', () => {
    expect(
      reportPretty(
        [dangling, { ...dangling, severity: 'warning', related: [], fixes: [] }],
        stream,
      ),
    ).toBe(`\
error[dangling-contact]: No contact is named alcie
 --> main.oncall:1:30
  |
1 | plan sre < stage 5m < notify @alcie > >
  |                              ^^^^^^
  related: alice is here
 --> people.oncall:1:9
  |
1 | contact alice < >
  |         -----
  help: Did you mean alice?
  fix: Replace by @alice

warning[dangling-contact]: No contact is named alcie
 --> main.oncall:1:30
  |
1 | plan sre < stage 5m < notify @alcie > >
  |                              ^^^^^^
  help: Did you mean alice?

1 error, 1 warning in 1 file
`);
  });

  it('colours by severity, on a terminal alone', () => {
    const text = reportPretty([dangling], { ...stream, paint: paintWith(true) });
    expect(text).toContain('\u001b[31merror[dangling-contact]\u001b[0m');
    expect(text).toContain('\u001b[31m                             ^^^^^^\u001b[0m');
  });
});
