import { describe, expect, it } from 'vitest';
import { analyze, type Code, createSourceFile } from '../../src/index.ts';

const text = `project p < lint unused-contact error lint no-voice off >
contact alice <
  channel text sms "+12065550100"
  stage 5m < notify text >
>
# oncall-ignore literal-address: made up
contact bob <
  channel phone voice "+12065550101"
  stage 5m < notify phone >
>
plan sre < stage 5m < notify @carol > >
`;
const files = [createSourceFile('main.oncall', text)];

function found(levels?: Readonly<Partial<Record<Code, 'error' | 'warning' | 'off'>>>) {
  const options = levels && { levels: new Map(Object.entries(levels)) };
  return analyze(files, options).diagnostics.map(({ code, severity }) => `${code} ${severity}`);
}

describe('levels of the caller', () => {
  it('come before those of the project', () => {
    expect(found()).toContain('unused-contact error');
    expect(found({ 'unused-contact': 'warning' })).toContain('unused-contact warning');
    expect(found({ 'unused-contact': 'off' }).join()).not.toContain('unused-contact');
  });

  it('ask for what is off unless set, and leave errors alone', () => {
    expect(found().join()).not.toContain('literal-address');
    const asked = found({ 'literal-address': 'warning', 'dangling-contact': 'off' });
    expect(asked.filter((each) => each === 'literal-address warning')).toHaveLength(1);
    expect(asked).toContain('dangling-contact error');
  });

  it('are heard by an analysis that had others before', () => {
    const levels = new Map([['literal-address', 'warning'] as const]);
    const fresh = analyze(files, { levels }).diagnostics;
    const before = analyze(files);
    expect(analyze(files, { levels, previous: before }).diagnostics).toEqual(fresh);
    const back = analyze(files, { previous: analyze(files, { levels }) });
    expect(back.diagnostics).toEqual(before.diagnostics);
  });
});
