import type { IsoDate } from '#kernel';
import type { Known } from '../question-on.js';
import type { organisations } from './organisations.js';

export interface OrganisationRow {
  readonly reference: string;
  readonly name: string;
  readonly type: string;
  readonly region: string | null;
  /** As it was written when the body was registered, of whatever register. */
  readonly identifier: string | null;
  /** The day from which its name is kept out of what is published. */
  readonly withheldOn: string | null;
}
export const organisationRow = [
  'organisations.reference', 'organisations.name', 'organisations.type', 'organisations.region', 'organisations.identifier', 'organisations.withheld_on as withheldOn',
] as const;

export type Organisations = Known<[typeof organisations]>;
const atOnce = 500;

/** Organisations under the names and types that they had on a business date: the newest that had taken effect by then. */
export async function organisationsAsOf(db: Organisations, rows: readonly OrganisationRow[], on: IsoDate): Promise<readonly OrganisationRow[]> {
  const then = new Map<string, Partial<Pick<OrganisationRow, 'name' | 'type'>>>();
  for (let from = 0; from < rows.length; from += atOnce) {
    const these = rows.slice(from, from + atOnce).map(({ reference }) => reference);
    const names = await db.selectFrom('names').select(['organisation', 'name']).where('organisation', 'in', these).where('from_on', '<=', on).orderBy('organisation').orderBy('position').orderBy('line').execute();
    const types = await db.selectFrom('types').select(['organisation', 'type']).where('organisation', 'in', these).where('from_on', '<=', on).orderBy('organisation').orderBy('position').orderBy('line').execute();
    for (const { organisation, ...stood } of [...names, ...types]) then.set(organisation, { ...then.get(organisation), ...stood });
  }
  return rows.map((each) => ({ ...each, ...then.get(each.reference), withheldOn: each.withheldOn !== null && each.withheldOn > on ? null : each.withheldOn }));
}
