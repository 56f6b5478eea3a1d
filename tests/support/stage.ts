import { type Sandbox, startSandbox, studyGroup } from 'discord-sandbox';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startBot } from './bot.ts';
import { openBrowser } from './chromium.ts';
import { Visit } from './visit.ts';

export interface VisitOptions extends BrowserContextOptions {
  /** Who acts, by username, and where: as the address says them. Without them the page decides. */
  readonly user?: string;
  readonly channel?: string;
}

/** A sandbox with its page, the bot connected to it, and a browser to visit it with. */
export interface Stage {
  readonly sandbox: Sandbox;
  /** Everything that no visit may cause: console errors and warnings, uncaught errors, dialogs, failed requests. */
  readonly problems: readonly string[];
  /** Each host that was asked for anything, with its port. */
  readonly hosts: ReadonlySet<string>;
  /** Opens the page in a browser profile of its own and waits until it is connected. */
  visit(options?: VisitOptions): Promise<Visit>;
  stopBot(): Promise<void>;
  startBot(): Promise<void>;
  close(): Promise<void>;
}

/** Connects a bot to a sandbox. */
export type StartBot = (sandbox: Sandbox) => Promise<{ readonly gateway: { close(): Promise<void> } }>;

/**
 * Starts everything, the bot as `start` does it, and opens no page yet. Rejects where any part fails.
 */
export async function openStage(executablePath: string, start: StartBot = startBot): Promise<Stage> {
  const application = { name: 'Footnote', description: 'Answers with their paragraph' };
  const sandbox = await startSandbox({ world: { ...studyGroup, application } });
  let bot = await start(sandbox);
  const browser = await openBrowser(executablePath);
  const tabs: Page[] = [];
  const problems: string[] = [];
  const hosts = new Set<string>();
  return {
    sandbox,
    problems,
    hosts,
    visit: async (options = {}) => {
      const tab = await openTab(browser, options);
      tabs.push(tab);
      watch(tab, problems, hosts);
      await tab.goto(address(sandbox, options));
      await tab.locator('.app[data-link="open"]').waitFor();
      return new Visit(tab);
    },
    stopBot: () => bot.gateway.close(),
    startBot: async () => {
      bot = await start(sandbox);
    },
    close: async () => {
      await Promise.all(tabs.map((tab) => tab.context().close()));
      await bot.gateway.close();
      await sandbox.close();
    },
  };
}

async function openTab(browser: Browser, { user, channel, ...options }: VisitOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options });
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

function address(sandbox: Sandbox, { user, channel }: VisitOptions): string {
  const id = sandbox.people.find(({ username }) => username === user)?.id;
  const parts = { ...(id === undefined ? {} : { user: id }), ...(channel === undefined ? {} : { channel }) };
  return `${sandbox.url}#${new URLSearchParams(parts)}`;
}

function watch(tab: Page, problems: string[], hosts: Set<string>): void {
  tab.on('request', (request) => hosts.add(new URL(request.url()).host));
  tab.on('websocket', (socket) => hosts.add(new URL(socket.url()).host));
  tab.on('requestfailed', (request) => problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  tab.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  tab.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`);
  });
  tab.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
}
