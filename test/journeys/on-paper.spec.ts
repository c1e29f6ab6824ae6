import type { Browser } from 'playwright-core';
import { known } from '../support/known-references.js';
import { requireService } from '../support/require-service.js';
import { openPage, signIn } from './browser.js';
import { beginJourney, patience, type Journey } from './journey.js';
import type { RunningServer } from './running-server.js';

requireService('chromium')('on paper', () => {
  let journey: Journey | undefined;
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    ({ server, browser } = journey = await beginJourney());
  }, patience);
  afterAll(() => journey?.end());

  it('an award of the past says at which moment it was, without what only works on a screen', async () => {
    const { page } = await openPage(browser);
    await signIn(page, server.address, 'Auditor');
    await page.goto(`${server.address}/awards/${known('birmingham')}?known-at=2012-06-13`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('the end of 13 June 2012').isVisible()).toBe(true);
    for (const only of ['.govuk-service-navigation', '.tally-known-at', '.tally-visitor', '.tally-footer']) expect(await page.locator(only).isVisible()).toBe(false);
    expect(await page.locator('.tally-timeline > li').first().isVisible()).toBe(true);
    // Addresses stand only behind events, where they are evidence.
    const behind = (selector: string) => page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}'), '::after').content`);
    expect(await behind('.tally-figures a')).toBe('none');
    expect(await behind('.tally-timeline a[href*="/events/"]')).not.toBe('none');
  }, patience);

  it('no table is broader than the paper', async () => {
    const { page } = await openPage(browser, { width: 672 }); // A4 without its margins, at 96 pixels an inch
    await signIn(page, server.address, 'Auditor');
    await page.emulateMedia({ media: 'print' });
    const help = [
      '/programmes/GROWTH/days', `/awards/${known('oxford')}`, '/programmes/DESIGN/cohorts', `/cohorts/${known('academyFirstCohort')}`, `/frameworks/${known('energyFramework')}`,
      `/rounds/${known('learningDisability')}/waiting-list`,
    ];
    const money = ['/savings', '/awards', '/payments', '/applications', '/ledger', '/ledger/B:Agreed', `/rounds/${known('phase2')}`, `/awards/${known('tunbridgeWells')}`];
    for (const path of [...money, ...help, '/people', '/audit/access']) {
      await page.goto(server.address + path);
      expect([path, await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')]).toEqual([path, 0]);
    }
  }, patience);

  it('a printed page is a tagged document in English with a title', async () => {
    const { page } = await openPage(browser);
    await signIn(page, server.address, 'Auditor');
    await page.goto(`${server.address}/ledger`);
    const document = (await page.pdf({ format: 'A4', tagged: true })).toString('latin1');
    expect(document).toMatch(/\/StructTreeRoot/);
    expect(document).toMatch(/\/Lang \(en/);
    expect(document).toMatch(/\/Title/);
  }, patience);
});
