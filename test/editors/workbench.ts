/**
 * VS Code for real: code-server with our extension, in a headless browser that reaches nothing but
 * this machine. What a person would do there is done by keys and clicks.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type Browser,
  chromium,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core';
import { codeServer, programPath } from './what-is-missing.ts';

/** The editor that has the focus. */
const active = '.editor-group-container.active .monaco-editor';

/** Milliseconds that something may take to show. */
const patience = 10_000;

const screenshots = join(import.meta.dirname, 'screenshots');

const settingsFile = 'data/User/settings.json';

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
    mkdirSync(dirname(join(home, settingsFile)), { recursive: true });
    writeFileSync(join(home, settingsFile), JSON.stringify(settings));
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
    context.setDefaultTimeout(patience);
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

  /** By its path in the folder. */
  async openFile(path: string): Promise<void> {
    await this.#pick('Control+P', path);
    await this.see('.tab.active', path.split('/').at(-1) as string);
    await this.page.waitForSelector(`${active} .view-line`);
  }

  /** By its title in the palette. */
  async command(title: string): Promise<void> {
    await this.#pick('F1', `>${title}`);
  }

  /** By its name in the list of colour themes. */
  async theme(name: string): Promise<void> {
    await this.keys('Control+K');
    await this.#pick('Control+T', name);
  }

  async #pick(key: string, text: string): Promise<void> {
    await this.keys(key);
    await this.#input.waitFor({ state: 'visible' });
    await this.#input.fill(text);
    // The list of before may still be there.
    await this.see('.quick-input-list .monaco-list-row.focused', text.replace(/^>|^.*\//, ''));
    await this.keys('Enter');
    await this.#input.waitFor({ state: 'hidden' });
  }

  get #input(): Locator {
    return this.page.locator('.quick-input-widget input.input');
  }

  /** Puts the cursor before the first such text. */
  async goTo(text: string): Promise<void> {
    await this.keys('Control+1', 'Control+Home', 'Control+F');
    const input = this.page.locator('.find-widget.visible textarea').first();
    // It looks again only where the text is another than before.
    await input.fill('');
    await input.fill(text);
    await this.see('.find-widget .matchesCount', /^1 of/);
    // The first may only close a tip.
    const widget = this.page.locator('.find-widget.visible');
    while ((await widget.count()) > 0) {
      await this.keys('Escape');
      await this.page.waitForTimeout(100);
    }
    await this.keys('ArrowLeft');
  }

  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  async fill(selector: string, text: string): Promise<void> {
    await this.page.locator(selector).fill(text);
  }

  async hover(word: string): Promise<void> {
    await this.page.locator(`${active} .view-line span span`, { hasText: word }).first().hover();
  }

  /** Waits until something of a selector shows a text. */
  async see(selector: string, text: string | RegExp = /(?:)/): Promise<void> {
    const found = this.page.locator(selector).filter({ hasText: text }).first();
    await found.waitFor({ state: 'visible' });
  }

  async gone(selector: string): Promise<void> {
    await this.page.locator(selector).first().waitFor({ state: 'detached' });
  }

  async until(test: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + patience;
    while (!(await test())) {
      if (Date.now() > end) throw new Error(`Waited in vain until ${test}`);
      await this.page.waitForTimeout(100);
    }
  }

  async click(selector: string, text: string | RegExp = /(?:)/): Promise<void> {
    await this.page.locator(selector).filter({ hasText: text }).first().click();
  }

  /** The class by which the theme colours a token, as the editor splits the text. */
  async classOf(token: string): Promise<string> {
    const spans = this.page.locator(`${active} .view-line span span`);
    const found = await spans.evaluateAll(
      (all, text) =>
        all.find((it) => it.textContent?.replaceAll('\u00a0', ' ').trim() === text)?.className,
      token,
    );
    if (found === undefined) throw new Error(`The editor shows no token ${token}.`);
    return found.split(' ').find((name: string) => name.startsWith('mtk')) ?? found;
  }

  /** All that is open. */
  async save(): Promise<void> {
    await this.command('File: Save All');
    await this.gone('.tab.dirty');
  }

  /** The page within the preview. */
  preview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
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
