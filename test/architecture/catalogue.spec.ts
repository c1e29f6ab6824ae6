import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import type { Type } from '@nestjs/common';
import { commands, streams } from '#domain';
import { foundation, permissionsOf, roles, rolesHolding, shippedRoles } from '#domain/people';
import { catalogueOf } from '#platform/engine';

/** What the routes of the server ask for: some of what can be done is no command of the record. */
async function permissionsOfPages(): Promise<ReadonlySet<unknown>> {
  // One after the other: under Jest, modules that require() Nest must find it loaded.
  await import('@nestjs/core');
  await import('@nestjs/throttler');
  const { controllers } = await import('../../apps/server/server.module.js');
  const { doorKey } = await import('../../apps/server/security/needs.js');
  return new Set((controllers as readonly Type<object>[]).flatMap((controller) => {
    const prototype = controller.prototype as Record<string, object>;
    return Object.getOwnPropertyNames(prototype).map((name): unknown => (typeof prototype[name] === 'function' ? Reflect.getMetadata(doorKey, prototype[name]) : undefined));
  }));
}

describe('the catalogue', () => {
  const pages = catalogueOf(commands, streams, shippedRoles);

  it.each(Object.entries(pages))('holds %s as the declarations say it; after a change run: npm run -s tally -- catalogue', (file, words) => {
    expect(readFileSync(`docs/catalogue/${file}`, 'utf8')).toBe(words);
  });

  it('holds no page that nothing is declared for', () => {
    expect(readdirSync('docs/catalogue').sort()).toEqual([...Object.keys(pages), 'openapi.json'].sort());
  });
});

describe('permissions', () => {
  const declared = new Set<string>([...commands, ...foundation.demonstration].map(({ permission }) => permission));

  it.each(commands.map(({ name, permission }) => [name, permission] as const))('%s names one that a role holds', (_, permission) => {
    expect(rolesHolding(permission)).not.toEqual([]);
  });

  it('are not given for commands or pages that do not exist', async () => {
    const pages = await permissionsOfPages();
    const given = Object.keys(roles).flatMap((role) => permissionsOf(role)).filter((permission) => !permission.endsWith(':read'));
    expect(given.filter((permission) => !declared.has(permission) && !pages.has(permission))).toEqual([]);
  });
});
