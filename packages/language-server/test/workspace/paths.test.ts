import { describe, expect, it } from 'vitest';
import { isWithin, join, nameOf, parentOf, pathOf, uriOf } from '../../src/workspace/paths.ts';

describe('pathOf', () => {
  it.each([
    ['file:///a%20b/c.oncall', 'file:///a b/c.oncall'],
    ['file:///a b/c.oncall', 'file:///a b/c.oncall'],
    ['file:///C%3A/x.oncall', 'file:///c:/x.oncall'],
    ['file:///c:/x.oncall', 'file:///c:/x.oncall'],
    ['file:/a/b.oncall', 'file:///a/b.oncall'],
    ['file://localhost/a/b.oncall', 'file:///a/b.oncall'],
    ['file:/C:/x.oncall', 'file:///c:/x.oncall'],
    ['file://server/a.oncall', 'file://server/a.oncall'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ['untitled:/a/new.oncall', 'file:///a/new.oncall'],
    ['file:///100%/x.oncall', 'file:///100%/x.oncall'],
  ])('%s is %s', (uri, path) => {
    expect(pathOf(uri)).toBe(path);
  });
});

describe('uriOf', () => {
  it.each([
    'file:///a/b.oncall',
    'file:///a b/ü#?%20.oncall',
    'file:///c:/x.oncall',
    'untitled:Untitled-1',
    'vscode-vfs://github/a/b.oncall',
  ])('leads back to %s', (path) => {
    expect(pathOf(uriOf(path))).toBe(path);
    expect(() => new URL(uriOf(path))).not.toThrow();
  });
});

describe('folders', () => {
  it('end at the root', () => {
    expect(parentOf('file:///a/b.oncall')).toBe('file:///a');
    expect(parentOf('file:///a')).toBe('file:///');
    expect(parentOf('file:///')).toBe('file:///');
    expect(parentOf('untitled:Untitled-1')).toBe('untitled:Untitled-1');
  });

  it('hold what lies below them, and not what begins alike', () => {
    expect(isWithin('file:///a/b/c', 'file:///a/b')).toBe(true);
    expect(isWithin('file:///a/bc', 'file:///a/b')).toBe(false);
    expect(isWithin('file:///a', 'file:///')).toBe(true);
  });

  it('are joined with a slash between', () => {
    expect(join('file:///', 'a')).toBe('file:///a');
    expect(join('file:///a', 'b')).toBe('file:///a/b');
    expect(nameOf('file:///a/b')).toBe('b');
  });
});
