import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeNewFiles } from '../../src/files/write-new-files.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'oncall-new-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const files = [
  { name: 'a', text: 'one\n' },
  { name: 'b', text: 'two\n', secret: true },
];

describe('writeNewFiles', () => {
  it('makes a folder with all of them, for its owner alone what is secret', () => {
    const near = folder();
    const path = join(near, 'deep', 'er');
    writeNewFiles(path, files, 'er');
    expect(readdirSync(path)).toEqual(['a', 'b']);
    expect(readFileSync(join(path, 'a'), 'utf8')).toBe('one\n');
    const umask = process.umask();
    const modeOf = (name: string) => statSync(join(path, name)).mode & 0o777;
    expect([modeOf('.'), modeOf('a'), modeOf('b')]).toEqual([
      0o777 & ~umask,
      0o666 & ~umask,
      0o600,
    ]);
    expect(readdirSync(join(near, 'deep'))).toEqual(['er']);
  });

  it('writes beside what is there', () => {
    const path = folder();
    writeFileSync(join(path, 'c'), 'three\n');
    writeNewFiles(path, files, '.');
    expect(readdirSync(path)).toEqual(['a', 'b', 'c']);
    expect(statSync(join(path, 'b')).mode & 0o777).toBe(0o600);
  });

  it('writes none where the name of one is taken', () => {
    const path = folder();
    writeFileSync(join(path, 'b'), 'kept\n');
    expect(() => writeNewFiles(path, files, 'here')).toThrow("here can't be written: EEXIST");
    expect(readdirSync(path)).toEqual(['b']);
    expect(readFileSync(join(path, 'b'), 'utf8')).toBe('kept\n');
  });

  it('leaves nothing behind where a file stands in the way of the folder', () => {
    const near = folder();
    writeFileSync(join(near, 'file'), '');
    expect(() => writeNewFiles(join(near, 'file', 'x'), files, 'x')).toThrow("x can't be written");
    expect(readdirSync(near)).toEqual(['file']);
    mkdirSync(join(near, 'taken', 'b'), { recursive: true });
    expect(() => writeNewFiles(join(near, 'taken'), files, 'taken')).toThrow('taken');
    expect(existsSync(join(near, 'taken', 'a'))).toBe(false);
  });
});
