import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVariables } from '../../src/environment/variables.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oncall-env-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function variables(sources: { given?: string[]; env?: NodeJS.ProcessEnv; file?: string }) {
  const { given = [], env = {}, file } = sources;
  return createVariables({ given, env, file, projectFolder: folder, cwd: folder });
}

describe('createVariables', () => {
  it('asks --var, the environment, --vars and oncall.env, in this order', () => {
    writeFileSync(join(folder, 'oncall.env'), 'A=own\nB=own\nC=own\nD=own\n');
    writeFileSync(join(folder, 'more'), 'A=file\nB=file\nC=file\n');
    const variable = variables({
      given: ['A=given', 'A=last'],
      env: { A: 'env', B: 'env' },
      file: 'more',
    });
    expect(['A', 'B', 'C', 'D', 'E'].map(variable)).toEqual([
      'last',
      'env',
      'file',
      'own',
      undefined,
    ]);
  });

  it('reads comments, blank lines, quotes and any line end', () => {
    writeFileSync(
      join(folder, 'oncall.env'),
      '\ufeff# numbers\r\n\r\n  A = +1 \r\nB="x # y"\nC=\'\'\rD=a=b\n',
    );
    expect(['A', 'B', 'C', 'D'].map(variables({}))).toEqual(['+1', 'x # y', '', 'a=b']);
  });

  it('names a line that is none and never shows it', () => {
    writeFileSync(join(folder, 'oncall.env'), 'A=1\n+12065550100\n');
    expect(() => variables({})).toThrow(
      expect.objectContaining({ exitCode: 1, message: 'line 2 of oncall.env is no NAME=VALUE' }),
    );
  });

  it('refuses a --var that is none, without showing it', () => {
    expect(() => variables({ given: ['alice=+12065550100'] })).toThrow(
      expect.objectContaining({ exitCode: 64, message: '--var takes NAME=VALUE' }),
    );
  });

  it('asks for a file that is there', () => {
    expect(() => variables({ file: 'none' })).toThrow(expect.objectContaining({ exitCode: 66 }));
  });
});
