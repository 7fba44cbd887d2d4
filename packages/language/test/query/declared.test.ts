import { describe, expect, it } from 'vitest';
import { analyze, createSourceFile } from '../../src/index.ts';
import { declared, declaredNames } from '../../src/query/declared.ts';

const text = `# The one to wake first.
# oncall-ignore unused-contact: she is new
#   Speaks German.
contact alice "Alice Example" <
  tag team "sre"
>

# Apart.

contact Bob < channel
rotation r < zone "UTC" >
template t < > # behind
extern contact d "arn"
`;
const analysis = analyze([createSourceFile('main.oncall', text)]);

describe('declaredNames', () => {
  it('tells all names of a set once, those in what can not be read whole too', () => {
    const names = (set: Parameters<typeof declaredNames>[1]) =>
      [...declaredNames(analysis, set)].map(({ kind, name }) => `${kind} ${name}`).sort();
    expect(names('person')).toEqual(['contact Bob', 'contact alice', 'extern d']);
    expect(names('rotation')).toEqual(['rotation r']);
    expect(names('template')).toEqual(['template t']);
  });
});

describe('declared', () => {
  it('knows label, tags, and the comments directly above', () => {
    const alice = declared(analysis, 'person', 'alice');
    expect(alice?.label).toBe('Alice Example');
    expect(alice?.tag('team')).toBe('sre');
    expect(alice?.tag('service')).toBeUndefined();
    expect(alice?.documentation()).toBe('The one to wake first.\n  Speaks German.');
    expect(declared(analysis, 'person', 'Bob')?.documentation()).toBeUndefined();
    expect(declared(analysis, 'person', 'nobody')).toBeUndefined();
  });
});
