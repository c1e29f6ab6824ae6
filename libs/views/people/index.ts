/** People and roles, by ids: the names are with the accounts. */
import { people } from './people.js';
import { peopleList } from './people-list.js';
import { personPage } from './person-page.js';
import { rolesPage } from './roles-page.js';

export type { GrantRow } from './grant-row.js';
export { peopleList, type PersonRow } from './people-list.js';
export { personPage, type ApiTokenRow, type PersonPage } from './person-page.js';
export { people } from './people.js';
export { rolesPage, type PermissionRow, type RoleRow } from './roles-page.js';

export const peopleViews = [people] as const;
export const peopleQuestions = [peopleList, personPage, rolesPage] as const;
