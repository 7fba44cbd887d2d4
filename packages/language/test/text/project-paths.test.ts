import { expect, it } from 'vitest';
import { isSearchedFolder, isSourceName, nearestFolder } from '../../src/text/project-paths.ts';

const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

it('tells source files by their names', () => {
  expect(isSourceName('main.oncall')).toBe(true);
  expect(isSourceName('.oncall')).toBe(false);
  expect(isSourceName('main.oncall.txt')).toBe(false);
});

it('leaves out folders of tools', () => {
  expect(isSearchedFolder('people')).toBe(true);
  expect(isSearchedFolder('.git')).toBe(false);
  expect(isSearchedFolder('node_modules')).toBe(false);
});

it('finds the nearest folder upwards, and stops where it is told to', () => {
  const holds = (folder: string) => folder === '/a' || folder === '/a/b/c';
  expect(nearestFolder('/a/b/c', parentOf, holds)).toBe('/a/b/c');
  expect(nearestFolder('/a/b', parentOf, holds)).toBe('/a');
  expect(nearestFolder('/a/b', parentOf, holds, '/a')).toBe('/a');
  expect(nearestFolder('/a/b', parentOf, holds, '/a/b')).toBeUndefined();
  expect(nearestFolder('/x/y', parentOf, holds)).toBeUndefined();
});
