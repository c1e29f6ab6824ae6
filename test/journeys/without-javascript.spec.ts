import type { Browser } from 'playwright-core';
import { known } from '../support/known-references.js';
import { requireService } from '../support/require-service.js';
import { openPage, signIn } from './browser.js';
import { formFields } from './in-the-page.js';
import { beginJourney, patience, type Journey } from './journey.js';
import type { RunningServer } from './running-server.js';

requireService('chromium')('without JavaScript', () => {
  let journey: Journey | undefined;
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    ({ server, browser } = journey = await beginJourney());
  }, patience);
  afterAll(() => journey?.end());

  it('an officer proposes an amount over the ceiling, is told so with the input kept, and proposes less', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await signIn(page, server.address, 'Programme officer');
    await page.getByRole('link', { name: /for an amount and an offer/ }).click();
    await page.getByRole('link', { name: known('easthollow') }).click();
    await page.getByRole('button', { name: /^Propose amount/ }).click();
    await page.getByRole('textbox', { name: 'Amount' }).fill('£30,000.01');
    await page.getByRole('button', { name: 'Propose amount' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByRole('alert').innerText()).toContain('£30,000.00');
    expect(await page.getByRole('textbox', { name: 'Amount' }).inputValue()).toBe('£30,000.01');
    await page.getByRole('textbox', { name: 'Amount' }).fill('£27,500.00');
    await page.getByRole('button', { name: 'Propose amount' }).click();
    await page.waitForURL(`${server.address}/awards/${known('easthollow')}?**`);
    expect(await page.getByRole('alert').innerText()).toContain('£27,500.00 was proposed to Easthollow Borough Council');
  }, patience);

  it('sending the same form twice does it once', async () => {
    const { page, context } = await openPage(browser, { javaScriptEnabled: false });
    await signIn(page, server.address, 'Programme officer');
    await page.goto(`${server.address}/awards/${known('easthollow')}/do/propose-amount`);
    const form = await page.evaluate<Record<string, string>>(formFields);
    const send = () => context.request.post(`${server.address}/awards/${known('easthollow')}/do/propose-amount`, { form: { ...form, amount: '£26,000.00' }, maxRedirects: 0 });
    const [first, second] = [await send(), await send()];
    expect([first.status(), second.status()]).toEqual([303, 303]);
    expect(second.headers()['location']).toBe(first.headers()['location']);
    const other = await context.request.post(`${server.address}/awards/${known('easthollow')}/do/propose-amount`, { form: { ...form, amount: '£25,000.00' }, maxRedirects: 0 });
    expect(other.status()).toBe(409);
    expect(await other.text()).toContain('This form was sent before with another amount');
  }, patience);

  it('the kinds of an authority are all shown, so that each can be filled in', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await signIn(page, server.address, 'Programme manager');
    await page.goto(`${server.address}/awards/${known('wexcombe')}/do/approve-award`);
    await page.getByRole('radio', { name: 'Board' }).check();
    expect(await page.getByRole('textbox', { name: 'Decision' }).isVisible()).toBe(true);
    await page.getByRole('radio', { name: 'Delegated' }).check();
    expect(await page.getByRole('textbox', { name: 'Minute' }).isVisible()).toBe(true);
  }, patience);

  it('steps through the changes of an award and back to today', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await signIn(page, server.address, 'Auditor');
    await page.goto(`${server.address}/awards/${known('birmingham')}?known-at=2012-06-12`);
    await page.getByRole('link', { name: 'Next change' }).click();
    expect(await page.getByText(/Lead Members approved up to £20,000.00/).count()).toBe(1);
    await page.getByRole('link', { name: 'Previous change' }).click();
    expect(await page.getByText(/Lead Members approved/).count()).toBe(0);
    await page.getByRole('link', { name: 'Ledger', exact: true }).click();
    expect(page.url()).toContain('known-at=');
    await page.getByRole('link', { name: 'Return to today' }).click();
    expect(page.url()).toBe(`${server.address}/ledger`);
  }, patience);
});
