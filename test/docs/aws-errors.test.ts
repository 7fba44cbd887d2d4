/** Each error of AWS that the command line explains has its section, and each section its error. */
import { expect, it } from 'vitest';
import { page, prose } from './markdown.ts';

const modelled = [
  'AccessDeniedException',
  'ConflictException',
  'DataEncryptionException',
  'InternalServerException',
  'ResourceNotFoundException',
  'ServiceQuotaExceededException',
  'ThrottlingException',
  'ValidationException',
];

it('the page has a section for each error of the model, with cause and remedy', () => {
  const sections = prose(page('docs/aws-errors.md').text).split('\n## ').slice(1);
  const named = sections.map((section) => section.split('\n')[0] ?? '');
  expect(named.filter((name) => name.endsWith('Exception'))).toEqual(modelled);
  for (const section of sections) {
    expect(section).toMatch(/\*\*Cause\.\*\* \S/);
    expect(section).toMatch(/\*\*Remedy\.\*\* \S/);
  }
});

it('the command line explains the same errors', () => {
  const explained = [
    ...page('packages/cli/src/aws/blame.ts').text.matchAll(/case '(\w+Exception)'/g),
  ];
  expect(explained.map(([, name]) => name).sort()).toEqual(modelled);
});
