import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { startCluster, type Cluster } from '../campaigns/outages/cluster.js';
import { requireService } from '../support/require-service.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';
import { openBrowser, openPage } from './browser.js';
import { patience } from './journey.js';

const passphrase = 'hazel ferry nine lanterns';

/** A balancer may send each page of a visit to another server: nobody who works here may notice. */
requireService('chromium')('a visit', () => {
  requireService('redis')('with jobs in Redis', () => {
    requireService('postgres')('that goes back and forth between two servers', () => {
      let folder: TemporaryFolder;
      let cluster: Cluster | undefined;
      let browser: Browser | undefined;
      let page: Page;
      beforeAll(async () => {
        folder = await temporaryFolder();
        cluster = await startCluster(folder.path('cluster')); // the browser after it: what fails here has stopped what it began
        browser = await openBrowser();
        ({ page } = await openPage(browser, { javaScriptEnabled: false }));
        page.setDefaultTimeout(10_000);
      }, 2 * patience);
      afterAll(async () => {
        await browser?.close();
        await cluster?.stop();
        await folder.remove();
      });

      const at = (server: 0 | 1, path: string): string => `${cluster?.addresses[server] ?? ''}${path}`;
      const shows = async (words: string | RegExp): Promise<boolean> => (await page.getByText(words).count()) > 0;

      it('signs in at one and is known at the other', async () => {
        const links = () => (cluster?.servers ?? []).flatMap(({ said }) => /\/first-administrator\/\S+/.exec(said)?.[0] ?? []);
        for (const until = performance.now() + patience / 2; links().length < 2 && performance.now() < until; ) await pause(50); // they wait until workers have made the views
        for (const link of links()) {
          await page.goto(at(0, link));
          if ((await page.getByRole('textbox', { name: 'Sign-in name' }).count()) > 0) break; // the later of two links is the one that works
        }
        await page.getByRole('textbox', { name: 'Sign-in name' }).fill('ada');
        await page.getByRole('textbox', { name: /name/i }).nth(1).fill('Ada Example');
        for (const box of await page.locator('input[type=password]').all()) await box.fill(passphrase);
        await page.locator('main form button').first().click();
        expect(await shows('Ada Example')).toBe(true);
        await page.goto(at(1, '/'));
        expect(await shows('Ada Example')).toBe(true);
      }, patience);

      it('reads at one what was stored at the other a moment ago, time after time', async () => {
        for (const [index, name] of ['Ben Example', 'Cat Example', 'Dan Example', 'Eve Example'].entries()) {
          const [here, there] = index % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
          await page.goto(at(here, '/people/register'));
          await page.getByRole('textbox', { name: 'Their name' }).fill(name);
          await page.locator('main form button').first().click();
          expect(await shows(name)).toBe(true);
          await page.goto(at(there, '/people'));
          expect(await page.getByRole('link', { name }).count()).toBe(1);
        }
      }, patience);

      it('goes on while one of the servers is restarted', async () => {
        const [first] = cluster?.servers ?? [];
        await first?.stop();
        await page.goto(at(1, '/people'));
        expect(await page.getByRole('link', { name: 'Ben Example' }).count()).toBe(1);
        await first?.start();
        await page.goto(at(0, '/people'));
        expect(await page.getByRole('link', { name: 'Ben Example' }).count()).toBe(1);
      }, patience);

      it('has ended everywhere when it is ended at one', async () => {
        await page.goto(at(0, '/'));
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.goto(at(1, '/people'));
        expect(await page.getByRole('link', { name: 'Ben Example' }).count()).toBe(0);
        expect(await page.getByRole('textbox', { name: 'Sign-in name' }).count()).toBe(1);
      }, patience);
    });
  });
});
