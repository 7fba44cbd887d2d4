/**
 * VS Code for real: code-server with our extension, in a headless browser that reaches nothing but
 * this machine. What a person would do there is done by keys and clicks.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { codeServer, programPath } from './what-is-missing.ts';

const screenshots = join(import.meta.dirname, 'screenshots');

/** What makes a picture the same each time, and shows the editor rather than its surroundings. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'files.autoSave': 'off',
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.menuBarVisibility': 'compact',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export class Workbench {
  readonly page: Page;
  readonly #home: string;
  readonly #server: ChildProcess;
  readonly #browser: Browser;

  private constructor(page: Page, home: string, server: ChildProcess, browser: Browser) {
    this.page = page;
    this.#home = home;
    this.#server = server;
    this.#browser = browser;
  }

  /** With an extension installed and a folder open. */
  static async open(vsix: string, folder: string): Promise<Workbench> {
    const home = mkdtempSync(join(tmpdir(), 'oncall-vscode-'));
    const user = join(home, 'data/User');
    mkdirSync(user, { recursive: true });
    writeFileSync(join(user, 'settings.json'), JSON.stringify(settings));
    const places = [
      ...['--user-data-dir', join(home, 'data')],
      ...['--extensions-dir', join(home, 'extensions')],
    ];
    const env = { PATH: process.env['PATH'], HOME: home, LANG: 'C.UTF-8' };
    const installed = spawnSync(
      process.execPath,
      [codeServer, ...places, '--install-extension', vsix],
      { env, encoding: 'utf8' },
    );
    if (installed.status !== 0) throw new Error(`not installed:\n${installed.stderr}`);
    const port = await freePort();
    const server = spawn(
      process.execPath,
      [
        codeServer,
        ...places,
        ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
        '--disable-telemetry',
        '--disable-update-check',
        '--disable-workspace-trust',
        '--disable-getting-started-override',
      ],
      // A group of its own, so that all that it starts ends with it.
      { env, stdio: 'ignore', detached: true },
    );
    const browser = await chromium.launch({
      executablePath: programPath('chromium') as string,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: 1,
    });
    await context.route(
      (url) => url.hostname !== '127.0.0.1',
      (route) => route.abort(),
    );
    const page = await context.newPage();
    const workbench = new Workbench(page, home, server, browser);
    try {
      await workbench.#load(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`);
    } catch (error) {
      await workbench.close();
      throw error;
    }
    return workbench;
  }

  async #load(url: string): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        await this.page.goto(url);
        break;
      } catch (error) {
        if (tries === 60) throw error;
        await this.page.waitForTimeout(500);
      }
    }
    await this.page.waitForSelector('.monaco-workbench .explorer-folders-view', {
      timeout: 60_000,
    });
  }

  /** By its name, as a person would with the keyboard. */
  async openFile(name: string): Promise<void> {
    await this.#pick('Control+P', name);
    await this.page.waitForSelector(`.tab.active[data-resource-name="${name.split('/').at(-1)}"]`);
    await this.page.waitForSelector('.editor-instance .view-line');
  }

  async command(title: string): Promise<void> {
    await this.#pick('F1', `>${title}`);
  }

  async goToLine(line: number, column = 1): Promise<void> {
    await this.#pick('Control+G', `:${line}:${column}`);
  }

  async #pick(key: string, text: string): Promise<void> {
    await this.page.keyboard.press(key);
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor({ state: 'visible' });
    await input.fill(text);
    await this.page.waitForSelector('.quick-input-list .monaco-list-row');
    await this.page.waitForTimeout(200);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** What the active editor shows. */
  async text(): Promise<string> {
    const lines = await this.page
      .locator('.editor-group-container.active .view-lines .view-line')
      .evaluateAll((all) =>
        all
          .map((line) => ({
            top: parseFloat((line as HTMLElement).style.top),
            text: line.textContent,
          }))
          .sort((one, other) => one.top - other.top)
          .map(({ text }) => text),
      );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  async picture(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    if (this.#server.pid !== undefined) process.kill(-this.#server.pid, 'SIGKILL');
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
