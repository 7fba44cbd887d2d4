/** The extension in VS Code, installed from its package and used by keys and clicks. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { packageExtension } from './package-extension.ts';
import { whatIsMissing } from './what-is-missing.ts';
import { Workbench } from './workbench.ts';

const missing = whatIsMissing('chromium', 'code-server');
const acme = join(import.meta.dirname, '../../examples/acme');

describe.skipIf(missing !== undefined)(missing ?? 'VS Code', { timeout: 60_000 }, () => {
  let home: string;
  let folder: string;
  let code: Workbench;

  const restore = () => {
    cpSync(acme, folder, { recursive: true, filter: (path) => !path.endsWith('/.oncall') });
  };
  const textOf = async (path: string): Promise<string> => {
    await code.save();
    return readFileSync(join(folder, path), 'utf8');
  };

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'oncall-acme-'));
    folder = join(home, 'acme');
    restore();
    code = await Workbench.open(packageExtension(join(home, 'extension')), folder);
  }, 180_000);

  /** Each test begins with the files as they are in the example, and one of them open. */
  const begin = async (path: string) => {
    await code.save();
    await code.command('View: Close All Editors');
    restore();
    await code.openFile(path);
  };

  beforeEach(({ task }) => {
    onTestFailed(() => code.picture(`failed ${task.name}`));
  });

  afterAll(async () => {
    await code?.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('colours what is of different kinds in different ways', async () => {
    await begin('people/sre.oncall');
    await code.see('.view-line', '+1******0110');
    const words = ['# Singapore', 'contact', 'aisha', '"Aisha Rahman"', '$AISHA_PHONE'];
    const classes = await Promise.all(words.map((word) => code.classOf(word)));
    expect(new Set(classes).size).toBe(words.length);
    await code.picture('colours');
  });

  it('tells above a declaration what can be done, and who is on call', async () => {
    await begin('schedules.oncall');
    await code.see('.codelens-decoration', /on call now: \w+/);
    await begin('plans.oncall');
    await code.see('.codelens-decoration', 'simulate');
  });

  it('marks a contact that does not exist, and mends it by the quick fix', async () => {
    await begin('plans.oncall');
    await code.goTo('@leads-oncall');
    await code.keys('ArrowRight', 'Delete');
    await code.see('.squiggly-error');
    await code.keys('F8');
    await code.see('.marker-widget', 'eads-oncall');
    await code.picture('problem');
    await code.keys('Escape', 'Control+.');
    await code.see('.action-widget', 'leads-oncall');
    await code.picture('quick-fix');
    await code.keys('Enter');
    await code.gone('.squiggly-error');
    expect(await textOf('plans.oncall')).toContain('stage 15m < notify @leads-oncall essential >');
  });

  it('completes contacts and schedules after @', async () => {
    await begin('plans.oncall');
    await code.goTo('stage 10m < >');
    await code.keys('End', 'Enter');
    await code.type('stage 5m < notify @so');
    await code.see('.suggest-widget .monaco-list-row.focused', 'sofia');
    await code.picture('completion');
    await code.keys('Enter');
    expect(await textOf('plans.oncall')).toMatch(/stage 10m < >\n {2}stage 5m < notify @sofia\b/);
  });

  it('tells of what the pointer is on', async () => {
    await begin('plans.oncall');
    await code.hover('@payments-oncall');
    await code.see('.monaco-hover', 'payments-oncall');
    await code.picture('hover');
  });

  it('formats', async () => {
    await begin('plans.oncall');
    await code.goTo('stage 10m < >');
    await code.type('     ');
    expect(await textOf('plans.oncall')).toMatch(/\n {7}stage 10m < >/);
    await code.command('Format Document');
    await code.see('.tab.active.dirty');
    expect(await textOf('plans.oncall')).toMatch(/\n {2}stage 10m < >/);
  });

  describe('the preview', () => {
    const heard = () => code.preview().locator('main').textContent();

    it('shows pictures beside the text, and draws them anew while one types', async () => {
      await begin('plans.oncall');
      await code.goTo('plan sre');
      await code.command('oncall: Open Preview to the Side');
      await code.until(async () => (await heard())?.includes('@sre') === true);
      await code.goTo('stage 10m');
      await code.keys('End', 'Enter');
      await code.type('stage 7m < notify @grace >');
      await code.until(async () => (await heard())?.includes('grace') === true);
      await code.keys('Control+B');
      await code.picture('preview');
      await code.keys('Control+B');
    });

    it('goes from a picture to the text', async () => {
      await code.preview().locator('[data-source*="project.oncall"]').last().click();
      await code.see('.tab.active', 'project.oncall');
    });

    it.each([
      ['dark', 'Dark Modern', 'vscode-dark'],
      ['high-contrast', 'Dark High Contrast', 'vscode-high-contrast'],
    ])('follows the theme: %s', async (name, theme, className) => {
      const paper = () =>
        code
          .preview()
          .locator('body')
          .evaluate("getComputedStyle(document.querySelector('svg .paper')).fill");
      const before = await paper();
      await code.theme(theme);
      await code.preview().locator(`body.${className}`).waitFor();
      await code.until(async () => (await paper()) !== before);
      await code.picture(`preview-${name}`);
    });
  });

  it('renames over all files, and says that AWS will see something new', async () => {
    await code.theme('Light Modern');
    await begin('plans.oncall');
    await code.goTo('@sre-oncall');
    await code.keys('ArrowRight', 'F2');
    await code.fill('.rename-box input', 'reliability');
    await code.keys('Enter');
    await code.see('.notifications-toasts', 'AWS knows this schedule as sre-oncall');
    await code.see('.view-line', '@reliability');
    await code.picture('rename');
    expect(await textOf('plans.oncall')).toContain('stage 10m < notify @reliability essential >');
    await code.openFile('schedules.oncall');
    expect(await textOf('schedules.oncall')).toContain('schedule reliability ');
  });

  it('runs tests from the explorer, and shows where one fails', async () => {
    await begin('tests.oncall');
    await code.goTo('expect no @lerato');
    await code.keys('End', 'Enter');
    await code.type('expect no @wei');
    await code.command('Testing: Focus on Test Explorer View');
    await code.see('.test-explorer .monaco-list-row', 'tests.oncall');
    await code.click('.test-explorer .monaco-tl-twistie');
    await code.command('Test: Run All Tests');
    await code.see('.test-explorer', '12/13');
    await code.see('.test-message-inline-content, .testing-inline-message, .view-lines', 'wei');
    await code.picture('tests');
  });
});
