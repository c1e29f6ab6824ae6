import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { publicRoutes, routes } from './routes.js';

/** What is no page: files and answers for programs. */
const noPages = [/^api\/v1(\/|$)/, /^assets\//, /^health$/, /^\.well-known\//, /\.(csv|json|md|:format)$/, /^ledger\/exports\/file\//, /^applications\/:ref\/files\//];
const get = 0; // Nest's RequestMethod.GET

async function everyPage(): Promise<readonly string[]> {
  // One after the other: under Jest, modules that require() Nest must find it loaded.
  await import('@nestjs/core');
  await import('@nestjs/throttler');
  const { controllers } = await import('../../apps/server/server.module.js');
  return (controllers as readonly Type<object>[]).flatMap((controller) => {
    const prototype = controller.prototype as Record<string, object>;
    const prefix = String(Reflect.getMetadata('path', controller));
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (typeof handler !== 'function' || Reflect.getMetadata('method', handler) !== get) return [];
      const paths = [Reflect.getMetadata('path', handler) as string | string[]].flat();
      return paths.map((path) => [prefix, path].join('/').split('/').filter(Boolean).join('/'));
    });
  });
}

describe('the pages that are looked at', () => {
  it('are all that there are: a new page belongs on the list', async () => {
    const seen = [...routes, ...publicRoutes].map(({ path }) => path.replace(/\?.*$/, '').replace(/^\//, ''));
    const pages = (await everyPage()).filter((path) => !noPages.some((each) => each.test(path)));
    expect(pages.length).toBeGreaterThan(12);
    const patterns = pages.map((page) => ({ page, pattern: new RegExp(`^${page.replace(/:\w+/g, '[^/]+')}$`) }));
    expect(patterns.filter(({ pattern }) => !seen.some((path) => pattern.test(path))).map(({ page }) => page)).toEqual([]);
  });
});
