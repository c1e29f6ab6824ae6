import { choice, optional } from '#kernel';
import { maySignInAs, roles, type Role } from '#domain/people';
import { countedFrom, pageField, pageOf, sizeField, type Paged } from '../paging.js';
import { questionOn } from '../question-on.js';
import { counting, grantsIn, isGone, type GrantRow, type People } from './grant-row.js';
import { people } from './people.js';

export interface PersonRow {
  readonly person: string;
  readonly registeredOn: string;
  readonly leftOn: string | null;
  /** Every role that was granted; on a business date, those that counted on it. */
  readonly grants: readonly GrantRow[];
}

const titles = Object.fromEntries(maySignInAs.map((role) => [role, roles[role].title.toLowerCase()])) as Record<Role, string>;
class PeopleAsked {
  @optional(choice('Role', titles)) role?: Role;
  @pageField page?: number;
  @sizeField size?: number;
}

export const peopleList = questionOn('people', {
  summary: 'People by their ids, with the roles that they were granted, or that counted on a business date.',
  permission: 'people:read',
  input: PeopleAsked,
  from: [people],
  takesAsOf: true,
  async ask(db, { role, ...paging }, { asOf }): Promise<Paged<PersonRow>> {
    const on = asOf?.on;
    const all = db.selectFrom('persons').where('person', '>', '').$if(on !== undefined, (query) => query.where('registered_on', '<=', on ?? ''));
    const holders = db.selectFrom('grants').select('person').where('role', '=', role ?? '').where(counting(on)).$if(on === undefined, (query) => query.where('ended_on', 'is', null));
    const stays = all.where((each) => each.or([each('left_on', 'is', null), ...(on === undefined ? [] : [each('left_on', '>', on)])]));
    const wanted = role === undefined ? all : stays.where('person', 'in', holders);
    const { limit, offset } = pageOf(paging);
    const found = await wanted.select(['person', 'registered_on as registeredOn', 'left_on as leftOn']).orderBy('person').limit(limit).offset(offset).execute();
    const granted = await grantsOf(db, found.filter((each) => on === undefined || !isGone(each, on)).map(({ person }) => person), on);
    return { rows: found.map((each) => ({ ...each, grants: granted.get(each.person) ?? [] })), ...(await countedFrom(wanted, paging)) };
  },
});

/** People looked up at a time: SQLite takes so many values in one statement. */
const atOnce = 500;

async function grantsOf(db: People, persons: readonly string[], on: string | undefined): Promise<ReadonlyMap<string, readonly GrantRow[]>> {
  const granted: GrantRow[] = [];
  for (let from = 0; from < persons.length; from += atOnce) granted.push(...(await grantsIn(db, on).where('person', 'in', persons.slice(from, from + atOnce)).execute()));
  return Map.groupBy(granted, ({ person }) => person);
}
