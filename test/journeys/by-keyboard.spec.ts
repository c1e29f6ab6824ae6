import type { Browser, Page } from 'playwright-core';
import { requireService } from '../support/require-service.js';
import { openPage } from './browser.js';
import { focused } from './in-the-page.js';
import { beginJourney, patience, type Journey } from './journey.js';
import type { RunningServer } from './running-server.js';

/** Goes on with Tab until something of that name has the focus, as a person does who cannot use a mouse. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await page.keyboard.press('Tab');
    const { name: reached, isSeen } = await page.evaluate<{ readonly name: string; readonly isSeen: boolean }>(focused);
    // Whoever goes by keyboard sees where they are, at every step.
    expect([reached, isSeen]).toEqual([reached, true]);
    if (name.test(reached)) return;
    passed.push(reached);
  }
  throw new Error(`Nothing called ${String(name)} can be reached by keyboard; passed: ${passed.join(' | ')}`);
}

async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

async function write(page: Page, name: RegExp, words: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(words);
}

requireService('chromium')('with the keyboard alone', () => {
  let journey: Journey | undefined;
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    ({ server, browser } = journey = await beginJourney());
  }, patience);
  afterAll(() => journey?.end());

  async function arriveAs(role: RegExp): Promise<Page> {
    const { page } = await openPage(browser);
    await page.goto(`${server.address}/sign-in`);
    await press(page, role);
    return page;
  }
  const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

  it('a programme manager looks at what was known on 12 June 2012, returns, and approves an award', async () => {
    const page = await arriveAs(/^Programme manager$/);
    await press(page, /^Awards$/);
    await press(page, /^AW-2012-004$/);
    expect(await page.getByText('Closed', { exact: true }).count()).toBeGreaterThan(0);
    await write(page, /^Day$/, '12');
    await write(page, /^Month$/, '6');
    await write(page, /^Year$/, '2012');
    await press(page, /^Show what we knew/);
    expect(page.url()).toContain('known-at=2012-06-12');
    expect(await page.title()).toMatch(/^As known at the end of 12 June 2012/);
    expect(await page.getByText('Recommended', { exact: true }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: /approve|withdraw/i }).count()).toBe(0);
    await press(page, /^Return to today$/);
    expect(page.url()).not.toContain('known-at');

    await press(page, /^Home$/);
    await press(page, /award waits for approval|awards wait for approval/);
    await press(page, /^AW-2015-001$/);
    await press(page, /^Approve award/);
    await write(page, /^Ceiling/, '20,000.01');
    await tabTo(page, /^Delegated$/);
    await page.keyboard.press('Space');
    await write(page, /^Body/, 'lead-members');
    await write(page, /^Minute/, 'LM 2015-10-05/1');
    await press(page, /^Approve award$/);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByRole('alert').innerText()).toContain('may approve up to £20,000.00 for one award');
    expect(await page.getByLabel('Minute').inputValue()).toBe('LM 2015-10-05/1');

    await write(page, /^Ceiling/, '20,000.00');
    await press(page, /^Approve award$/);
    expect(await heading(page)).toContain('Northmere District Council');
    expect(await page.getByRole('alert').innerText()).toMatch(/Lead Members approved up to £20,000.00 for Northmere District Council/);
    expect(await page.getByText('Approved', { exact: true }).count()).toBeGreaterThan(0);
  }, patience);

  it('a finance officer authorises a payment, and may not release it', async () => {
    const page = await arriveAs(/^Finance officer$/);
    await press(page, /^Awards$/);
    await press(page, /^AW-2015-004$/);
    await press(page, /^Authorise payment/);
    await write(page, /^Amount/, '1000');
    await press(page, /^Authorise payment$/);
    expect(await page.getByRole('alert').innerText()).toContain('match');
    await press(page, /^Go back without doing it$/);
    await press(page, /^PY-2015-002$/);
    expect(await page.getByRole('button', { name: /release/i }).count()).toBe(0);
    await page.goto(`${server.address}/payments/PY-2015-002/do/release-payment`);
    expect(await heading(page)).toBe('You cannot do this');
    expect(await page.getByText('payment releaser').count()).toBeGreaterThan(0);
  }, patience);

  it('an auditor finds out why an amount is what it is', async () => {
    const page = await arriveAs(/^Auditor$/);
    await press(page, /^Ledger$/);
    await press(page, /^B:Spent /);
    await press(page, /^@\d+/);
    expect(page.url()).toMatch(/\/events\/\d+$/);
    expect(await heading(page)).toMatch(/was paid £/);
    const stored = page.getByRole('region', { name: /Stored record/ });
    expect(JSON.parse(await stored.innerText())).toMatchObject({ type: 'PaymentSettled' });
    expect(await page.getByText(/^[0-9a-f]{64}$/).count()).toBe(1);
  }, patience);
});
