import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { requireService } from '../support/require-service.js';
import { openPage, signIn, type Watched } from './browser.js';
import { oddities } from './in-the-page.js';
import { publicRoutes, routes, type Route } from './routes.js';
import { beginJourney, patience, type Journey } from './journey.js';
import type { RunningServer } from './running-server.js';

const wanted = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, short enough to read. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(wanted).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

requireService('chromium')('every page', () => {
  let journey: Journey | undefined;
  let server: RunningServer;
  let browser: Browser;
  const open = new Map<string, Promise<Watched>>();

  beforeAll(async () => {
    ({ server, browser } = journey = await beginJourney());
  }, patience);
  afterAll(() => journey?.end());

  function pageOf(role: string | undefined, width: number): Promise<Watched> {
    const key = `${role ?? 'nobody'} ${width}`;
    const begin = async (): Promise<Watched> => {
      const watched = await openPage(browser, { width });
      if (role !== undefined) await signIn(watched.page, server.address, role);
      return watched;
    };
    const watched = open.get(key) ?? begin();
    open.set(key, watched);
    return watched;
  }

  async function lookAt(width: number, { path, status, heading }: Omit<Route, 'role'>, role: string | undefined): Promise<void> {
    const { page, complaints } = await pageOf(role, width);
    const response = await page.goto(server.address + path);
    expect(response?.status()).toBe(status);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(heading);
    expect(await page.evaluate(oddities)).toEqual([]);
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }
  // Side by side: the widths have a window each, and most of the time goes to what axe looks at in them.
  const look = async (route: Omit<Route, 'role'>, role: string | undefined): Promise<void> =>
    void (await Promise.all([1280, 320].map((width) => lookAt(width, route, role))));

  it.each(publicRoutes)('for anybody: $name', (route) => look(route, undefined), patience);
  it.each(routes)('for the $role: $name', (route) => look(route, route.role), patience);
});
