import { optional, reference, text, type IsoDate, type OrganisationRef } from '#kernel';
import { countedFrom, pageField, pageOf, sizeField, type Paged } from '../paging.js';
import { questionOn, type Known } from '../question-on.js';
import { organisations } from './organisations.js';

export interface OrganisationRow {
  readonly reference: string;
  readonly name: string;
  readonly type: string;
  readonly region: string | null;
  readonly identifier: string | null;
  /** The day from which its name is kept out of what is published. */
  readonly withheldOn: string | null;
}
const row = [
  'organisations.reference', 'organisations.name', 'organisations.type', 'organisations.region', 'organisations.identifier', 'organisations.withheld_on as withheldOn',
] as const;

class OrganisationsAsked {
  @optional(text('Name begins with')) name?: string;
  @pageField page?: number;
  @sizeField size?: number;
}

type Organisations = Known<[typeof organisations]>;

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

/** Organisations under the names that they had on a business date. Those that nobody had registered are left out. */
async function organisationsAsOf(db: Organisations, rows: readonly OrganisationRow[], on: IsoDate): Promise<readonly OrganisationRow[]> {
  const then = new Map<string, string>();
  for (let from = 0; from < rows.length; from += atOnce) {
    const names = await db
      .selectFrom('names').select(['organisation', 'name']).where('organisation', 'in', rows.slice(from, from + atOnce).map(({ reference: of }) => of)).where('from_on', '<=', on)
      .orderBy('organisation').orderBy('position').orderBy('line').execute();
    for (const { organisation, name } of names) then.set(organisation, name);
  }
  return rows.map((each) => ({ ...each, name: then.get(each.reference) ?? each.name, withheldOn: each.withheldOn !== null && each.withheldOn > on ? null : each.withheldOn }));
}
const atOnce = 500;

class OrganisationAsked {
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
}

export const organisationPage = questionOn('organisation', {
  summary: 'An organisation, and every name that it has had with the day from which it had it.',
  permission: 'register:read',
  input: OrganisationAsked,
  from: [organisations],
  takesAsOf: true,
  async ask(db, { organisation }, { asOf }): Promise<(OrganisationRow & { readonly names: readonly { readonly name: string; readonly fromOn: string }[] }) | undefined> {
    const kept = await db
      .selectFrom('organisations').select(row).where('reference', '=', organisation)
      .$if(asOf !== undefined, (query) => query.where('registered_on', '<=', asOf?.on ?? '')).executeTakeFirst();
    const found = kept && asOf ? (await organisationsAsOf(db, [kept], asOf.on))[0] : kept;
    if (!found) return undefined;
    const names = await db
      .selectFrom('names').select(['name', 'from_on as fromOn']).where('organisation', '=', organisation)
      .$if(asOf !== undefined, (query) => query.where('from_on', '<=', asOf?.on ?? '')).orderBy('position').orderBy('line').execute();
    return { ...found, names };
  },
});
