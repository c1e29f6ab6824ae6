import { optional, text, type IsoDate } from '#kernel';
import { countedFrom, pageField, pageOf, sizeField, type Paged } from '../paging.js';
import { questionOn } from '../question-on.js';
import { organisationRow as row, organisationsAsOf, type OrganisationRow, type Organisations } from './organisation-row.js';
import { organisations } from './organisations.js';

class OrganisationsAsked {
  @optional(text('Name begins with')) name?: string;
  @pageField page?: number;
  @sizeField size?: number;
}

/** Every name that begins like this sorts before it. */
const beyond = (name: string): string => `${name}\u{10ffff}`;

/** By name; by day of registration when a business date is asked about without a name: either is an index that a page is cut from. */
export const organisationsList = questionOn('organisations', {
  summary: 'Organisations by name.',
  permission: 'register:read',
  input: OrganisationsAsked,
  from: [organisations],
  takesAsOf: true,
  async ask(db, { name, ...paging }, { asOf }): Promise<Paged<OrganisationRow>> {
    const { limit, offset } = pageOf(paging);
    if (asOf && name !== undefined) {
      const wanted = named(db, name, asOf.on);
      const rows = await wanted.select(row).orderBy('names.name').orderBy('names.organisation').limit(limit).offset(offset).execute();
      return { rows: await organisationsAsOf(db, rows, asOf.on), ...(await countedFrom(wanted, paging)) };
    }
    if (asOf) {
      const wanted = db.selectFrom('organisations').where('registered_on', '<=', asOf.on);
      const rows = await wanted.select(row).orderBy('registered_on').orderBy('reference').limit(limit).offset(offset).execute();
      return { rows: await organisationsAsOf(db, rows, asOf.on), ...(await countedFrom(wanted, paging)) };
    }
    // A range and not a pattern, so that the index of names is used.
    const wanted = db.selectFrom('organisations').$if(name !== undefined, (query) => query.where('name', '>=', name ?? '').where('name', '<', beyond(name ?? '')));
    const rows = await wanted.select(row).orderBy('name').orderBy('reference').limit(limit).offset(offset).execute();
    return { rows, ...(await countedFrom(wanted, paging)) };
  },
});

/** Organisations whose name began like this on a business date: no later name of theirs had taken effect by then. */
const named = (db: Organisations, name: string, on: IsoDate) =>
  db
    .selectFrom('names')
    .innerJoin('organisations', 'organisations.reference', 'names.organisation')
    .where('names.name', '>=', name).where('names.name', '<', beyond(name)).where('names.from_on', '<=', on).where('organisations.registered_on', '<=', on)
    .where((each) => {
      const later = each.selectFrom('names as later').select('later.organisation').whereRef('later.organisation', '=', 'names.organisation').where('later.from_on', '<=', on);
      return each.not(each.exists(later.whereRef('later.position', '>', 'names.position')));
    });
