// Closes a CI run with one line of counts; tests that were skipped or never ran fail it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
  readFileSync(process.argv[2], 'utf8'),
);
const skipped = numPendingTests + numTodoTests;
const problems = [];
if (numPassedTests === 0) problems.push('No test ran.');
// Checks against the service's own model run where its files lie beside the repository.
const hasServiceModel = existsSync(fileURLToPath(new URL('../../shared/data', import.meta.url)));
for (const { name, assertionResults } of testResults) {
  // Editors and pre-commit are installed before the tests run.
  if (!hasServiceModel && !/\/test\/(editors|pre-commit)\//.test(name)) continue;
  for (const { status, fullName } of assertionResults) {
    if (status !== 'passed' && status !== 'failed') problems.push(`Skipped: ${fullName}`);
  }
}
for (const problem of problems) console.error(problem);
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${skipped} skipped`);
process.exit(problems.length > 0 || numFailedTests > 0 ? 1 : 0);
