import { expect, it } from 'vitest';
import { verboseVersion } from '../../src/command-line/version.ts';

it('tells what a report of a bug needs', () => {
  const text = verboseVersion('1.2.3');
  expect(text).toMatch(/^oncall {6}1\.2\.3\n/);
  expect(text).toContain(process.versions.node);
  expect(text).toContain(`${process.platform} ${process.arch}`);
  expect(text).toMatch(/^time zones {2}20\d\d[a-z]+ \(ICU [\d.]+\)$/m);
});
