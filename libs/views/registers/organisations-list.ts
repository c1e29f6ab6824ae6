import { optional, reference, text, type OrganisationRef } from '#kernel';
import { pageField, pageOf, sizeField, type Paged } from '../paging.js';
import { questionOn } from '../question-on.js';
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
const row = ['reference', 'name', 'type', 'region', 'identifier', 'withheld_on as withheldOn'] as const;

class OrganisationsAsked {
  @optional(text('Name begins with')) name?: string;
  @pageField page?: number;
  @sizeField size?: number;
}

export const organisationsList = questionOn('organisations', {
  summary: 'Organisations by name.',
  permission: 'register:read',
  input: OrganisationsAsked,
  from: [organisations],
  async ask(db, { name, ...paging }): Promise<Paged<OrganisationRow>> {
    // A range and not a pattern, so that the index of names is used.
    const wanted = db.selectFrom('organisations').$if(name !== undefined, (query) => query.where('name', '>=', name ?? '').where('name', '<', `${name ?? ''}\u{10ffff}`));
    const { limit, offset } = pageOf(paging);
    const rows = await wanted.select(row).orderBy('name').orderBy('reference').limit(limit).offset(offset).execute();
    const { total } = await wanted.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
    return { rows, total };
  },
});

class OrganisationAsked {
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
}

export const organisationPage = questionOn('organisation', {
  summary: 'An organisation, and every name that it has had with the day from which it had it.',
  permission: 'register:read',
  input: OrganisationAsked,
  from: [organisations],
  async ask(db, { organisation }): Promise<(OrganisationRow & { readonly names: readonly { readonly name: string; readonly fromOn: string }[] }) | undefined> {
    const found = await db.selectFrom('organisations').select(row).where('reference', '=', organisation).executeTakeFirst();
    if (!found) return undefined;
    const names = await db.selectFrom('names').select(['name', 'from_on as fromOn']).where('organisation', '=', organisation).orderBy('position').orderBy('line').execute();
    return { ...found, names };
  },
});
