import { questionOn } from '../question-on.js';
import { people } from './people.js';

export interface PermissionRow {
  readonly permission: string;
  /** False: it was taken away, and since when. */
  readonly given: boolean;
  readonly sinceOn: string;
  readonly reason: string | null;
}
export interface RoleRow {
  readonly role: string;
  readonly title: string;
  readonly does: string;
  readonly permissions: readonly PermissionRow[];
}

class RolesAsked {}

export const rolesPage = questionOn('roles', {
  summary: 'The roles, and what each may do.',
  permission: 'people:read',
  input: RolesAsked,
  from: [people],
  takesAsOf: true,
  async ask(db, _, { asOf }): Promise<readonly RoleRow[]> {
    const on = asOf?.on;
    const found = await db
      .selectFrom('roles').select(['role', 'title', 'does']).where('role', '>', '').$if(on !== undefined, (query) => query.where('defined_on', '<=', on ?? '')).orderBy('role').execute();
    const changes = await db
      .selectFrom('permissions').select(['role', 'permission', 'given', 'effective_on as sinceOn', 'reason']).where('role', '>', '')
      .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('role').orderBy('position').orderBy('line').execute();
    const standing = new Map(changes.map((each) => [`${each.role} ${each.permission}`, each]));
    const theirs = Map.groupBy([...standing.values()].sort((a, b) => (a.permission < b.permission ? -1 : 1)), ({ role }) => role);
    return found.map((each) => ({
      ...each,
      permissions: (theirs.get(each.role) ?? []).map(({ permission, given, sinceOn, reason }) => ({ permission, given: given === 1, sinceOn, reason })),
    }));
  },
});
