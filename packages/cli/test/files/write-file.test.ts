import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from '../../src/files/write-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oncall-write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('replaceFile', () => {
  it('keeps the mode and leaves nothing beside', () => {
    const path = join(folder, 'a');
    writeFileSync(path, 'old');
    chmodSync(path, 0o666);
    replaceFile(path, 'new', 'a');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o666);
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('writes through a link, which stays one', () => {
    writeFileSync(join(folder, 'a'), 'old');
    symlinkSync('a', join(folder, 'link'));
    replaceFile(join(folder, 'link'), 'new', 'link');
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  });

  it('says what can not be written', () => {
    expect(() => replaceFile(join(folder, 'none'), '', 'none')).toThrow(
      expect.objectContaining({ exitCode: 1, message: "none can't be written: ENOENT" }),
    );
  });
});
