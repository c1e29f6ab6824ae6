import { readdirSync, readFileSync } from 'node:fs';
import { commands, streams } from '#domain';
import { foundation, permissionsOf, roles, rolesHolding, shippedRoles } from '#domain/people';
import { catalogueOf } from '#platform/engine';

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

  it('are not given for commands that do not exist', () => {
    const given = Object.keys(roles).flatMap((role) => permissionsOf(role)).filter((permission) => !permission.endsWith(':read'));
    expect(given.filter((permission) => !declared.has(permission))).toEqual([]);
  });
});
