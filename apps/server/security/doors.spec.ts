import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { roles } from '#domain/people';

/** Keys under which Nest keeps a route's path and method. */
const routeKeys = { path: 'path', method: 'method' };

interface Route {
  readonly name: string;
  readonly path: string;
  readonly door: unknown;
}

async function everyRoute(): Promise<readonly Route[]> {
  await import('@nestjs/core');
  await import('@nestjs/throttler');
  const { controllers } = await import('../server.module.js');
  const { doorKey } = await import('./needs.js');
  return (controllers as readonly Type<object>[]).flatMap((controller) => {
    const prototype = controller.prototype as Record<string, object>;
    return Object.getOwnPropertyNames(prototype).flatMap((name): Route[] => {
      const handler = prototype[name];
      if (typeof handler !== 'function' || !Reflect.hasMetadata(routeKeys.method, handler)) return [];
      const door: unknown = Reflect.getMetadata(doorKey, handler) ?? Reflect.getMetadata(doorKey, controller);
      return [{ name: `${controller.name}.${name}`, path: String(Reflect.getMetadata(routeKeys.path, handler)), door }];
    });
  });
}

const known: readonly string[] = ['public', 'signed-in', 'of-the-command', 'by-token', ...Object.values(roles).flatMap(({ may }) => may)];

describe('who may pass', () => {
  it('every route says whom it lets in', async () => {
    const routes = await everyRoute();
    expect(routes.length).toBeGreaterThan(10);
    expect(routes.filter(({ door }) => typeof door !== 'string' || !known.includes(door)).map(({ name }) => name)).toEqual([]);
  });

  it('what is open to all is on this list, and nothing else', async () => {
    const open = (await everyRoute()).filter(({ door }) => door === 'public').map(({ name }) => name);
    expect(open.sort()).toEqual([
      'ApiContentsController.commands', 'ApiContentsController.contents', 'ApiContentsController.openapi', 'ApiContentsController.questions',
      'ProblemsController.kind', 'ProblemsController.refusal',
      'AboutController.accessibility', 'AboutController.health', 'AboutController.security', 'AssetsController.file',
      'HomeController.home', 'InvitationsController.accept', 'InvitationsController.ask', 'SigningInController.ask', 'SigningInController.signIn', 'SigningInController.signOut',
    ].sort());
  });
});
