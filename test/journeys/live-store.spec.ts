import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { requireService } from '../support/require-service.js';
import { openBrowser, openPage } from './browser.js';
import { patience } from './journey.js';
import { startServer, type RunningServer } from './running-server.js';

const passphrase = 'hazel ferry nine lanterns';

requireService('chromium')('a live store', () => {
  let server: RunningServer | undefined;
  let browser: Browser | undefined;
  let address = '';
  let isScripted = false;
  beforeEach(async () => {
    server = await startServer([]);
    ({ address } = server);
    browser = await openBrowser();
  }, patience);
  afterEach(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function arrive(): Promise<Page> {
    if (!browser) throw new Error('There is no browser');
    const { page } = await openPage(browser, { javaScriptEnabled: isScripted, width: 320 });
    page.setDefaultTimeout(10_000);
    return page;
  }
  async function looksRight(page: Page): Promise<void> {
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    if (!isScripted) return; // what looks for faults is a script itself
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))).toEqual([]);
  }
  /** Types into box after box, from the first, and presses Enter in the last. */
  async function type(page: Page, first: string, ...words: readonly string[]): Promise<void> {
    await page.getByRole('textbox', { name: first, exact: true }).focus();
    for (const [index, word] of words.entries()) {
      if (index > 0) await page.keyboard.press('Tab');
      await page.keyboard.type(word);
    }
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  }

  it.each([['without JavaScript', false], ['with it', true]])('%s: its first administrator comes by the console’s link, registers somebody, and they sign in with an account of their own', async (_, scripted) => {
    isScripted = scripted;
    const link = /http:\S+\/first-administrator\/\S+/.exec(server?.greeting ?? '')?.[0] ?? '';
    const ada = await arrive();
    await ada.goto(link);
    await looksRight(ada);
    await type(ada, 'Sign-in name', 'ada', 'Ada Example', passphrase, `${passphrase}x`);
    expect(await ada.getByRole('alert').innerText()).toContain('The two passphrases differ');
    await looksRight(ada);
    await type(ada, 'Sign-in name', '', '', passphrase, passphrase);
    expect(ada.url()).toBe(`${address}/`);
    expect(await ada.getByText('Ada Example').count()).toBeGreaterThan(0);

    await ada.goto(`${address}/people/register`);
    await type(ada, 'Their name', 'Ben Example');
    await looksRight(ada);
    const invitation = await ada.locator('#link').innerText();
    await ada.getByRole('link', { name: /^Go to the page of Ben Example/ }).click();
    await ada.getByRole('link', { name: /^Grant role/ }).or(ada.getByRole('button', { name: /^Grant role/ })).click();
    await ada.getByRole('radio', { name: 'Auditor' }).check();
    const day = ada.getByRole('group', { name: 'Starts on' });
    for (const [box, words] of [['Day', '1'], ['Month', '1'], ['Year', '2026']] as const) await day.getByRole('textbox', { name: box }).fill(words);
    await ada.getByRole('textbox', { name: 'Reason' }).fill('Joined');
    await ada.getByRole('button', { name: 'Grant role' }).click();
    expect(await ada.getByRole('alert').innerText()).toContain('auditor');
    await looksRight(ada);

    const ben = await arrive();
    await ben.goto(invitation);
    await type(ben, 'Sign-in name', 'ben', '', passphrase, passphrase);
    await ben.getByRole('button', { name: 'Sign out' }).click();
    await looksRight(ben);
    await type(ben, 'Sign-in name', 'ben', 'not his');
    expect(await ben.getByRole('alert').innerText()).toContain('do not belong together');
    await looksRight(ben);
    await type(ben, 'Sign-in name', '', passphrase);
    expect(await ben.getByText('Ben Example').count()).toBeGreaterThan(0);
    await ben.goto(`${address}/account/passphrase`);
    await looksRight(ben);
    await ben.goto(`${address}/people`);
    expect(await ben.getByRole('link', { name: 'Ada Example' }).count()).toBe(1);
    await looksRight(ben);
  }, patience);
});
