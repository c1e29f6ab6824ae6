import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { pathOf } from '../support/require-service.js';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: pathOf('chromium'), headless: true, args: flags });

/** A page that notes what a console, a policy or a script complains about. */
export interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: string[];
}

export interface Circumstances {
  readonly javaScriptEnabled?: boolean;
  readonly width?: number;
}

export async function openPage(browser: Browser, { javaScriptEnabled = true, width = 1280 }: Circumstances = {}): Promise<Watched> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/London' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A page that is meant to be an error is reported by its status; that is not the page's fault.
    if (['error', 'warning'].includes(message.type()) && !/Failed to load resource: the server responded with a status of (400|403|404|409|413|429)/.test(message.text())) {
      complaints.push(`${page.url()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  return { context, page, complaints };
}

export async function signIn(page: Page, address: string, role: string): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.getByRole('button', { name: role, exact: true }).click();
  await page.waitForURL(`${address}/`);
}
