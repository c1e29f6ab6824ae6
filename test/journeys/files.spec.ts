import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { roundWithFiles } from '../../apps/server/pages/applying/testing/round-with-files.js';
import { openHouse, type OpenHouse } from '../../apps/server/testing/open-house.js';
import { requireService } from '../support/require-service.js';
import { openBrowser, openPage, signIn } from './browser.js';
import { patience } from './journey.js';

const plan = Buffer.from('%PDF-1.7 the plan of the site');

requireService('chromium')('an application with a file, in a browser', () => {
  let house: OpenHouse | undefined;
  let browser: Browser | undefined;
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('is sent without JavaScript: the file is chosen once, whatever else was wrong, and an auditor saves it', async () => {
    house = await openHouse({ playbooks: 'none' });
    browser = await openBrowser();
    const { spring, council } = await roundWithFiles(house);
    await house.app.listen(0, '127.0.0.1');
    const address = `http://127.0.0.1:${(house.app.getHttpServer().address() as AddressInfo).port}`;
    const { page, complaints } = await openPage(browser, { javaScriptEnabled: false });
    await signIn(page, address, 'Programme officer');
    await page.goto(`${address}/rounds/${spring}/apply?organisation=${council}`);
    await page.getByRole('textbox', { name: 'Title' }).fill('Homes on the quay');
    await page.getByLabel('The plan of the site').setInputFiles({ name: 'Site plan.pdf', mimeType: 'application/pdf', buffer: plan });
    await page.getByRole('button', { name: 'Continue' }).last().click();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByText('Site plan.pdf, 29 bytes').isVisible()).toBe(true);
    await page.getByRole('textbox', { name: 'Why here?' }).fill('There is room');
    await page.getByRole('button', { name: 'Continue' }).last().click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Check the application');
    await page.getByRole('button', { name: 'Send application' }).click();
    await page.waitForURL(/\/applications\/AP-/);
    const reference = /AP-\d{4}-\d{3}/.exec(page.url())?.[0] ?? '';

    const auditor = await openPage(browser, { width: 320 });
    await signIn(auditor.page, address, 'Auditor');
    await auditor.page.goto(`${address}/applications/${reference}`);
    const [saved] = await Promise.all([auditor.page.waitForEvent('download'), auditor.page.getByRole('link', { name: /^Site plan\.pdf, 29 bytes/ }).click()]);
    expect(saved.suggestedFilename()).toBe('Site plan.pdf');
    expect([complaints, auditor.complaints]).toEqual([[], []]);
  }, patience);

  it('is a form that anybody can use: axe finds nothing in it, empty, wrong and with a file', async () => {
    const { page } = await openPage(browser as Browser, { width: 320 });
    const address = `http://127.0.0.1:${(house?.app.getHttpServer().address() as AddressInfo).port}`;
    await signIn(page, address, 'Programme officer');
    const found = async (): Promise<readonly string[]> => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    await page.goto(`${address}/rounds/RD-2012-002/apply?organisation=OR-2012-001`);
    expect(await found()).toEqual([]);
    await page.getByLabel('The plan of the site').setInputFiles({ name: 'Site plan.pdf', mimeType: 'application/pdf', buffer: plan });
    await page.getByLabel('A photograph').setInputFiles({ name: 'quay.pdf', mimeType: 'application/pdf', buffer: plan });
    await page.getByRole('button', { name: 'Continue' }).last().click();
    expect(await page.getByRole('alert').innerText()).toContain('quay.pdf is not a picture');
    expect(await page.getByText('Site plan.pdf, 29 bytes').isVisible()).toBe(true);
    expect(await found()).toEqual([]);
  }, patience);
});
