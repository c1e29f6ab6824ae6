import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Known } from '../question-on.js';
import type { people } from './people.js';

export type People = Known<[typeof people]>;
type Rows = People extends Kysely<infer Tables> ? Tables : never;

/** A role that somebody holds or held. Days are both included; a role that was ended counts no more on the day it ended. */
export interface GrantRow {
  readonly person: string;
  readonly number: number;
  readonly role: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly endedOn: string | null;
  readonly endedBecause: string | null;
  /** Whom a recipient acts for. */
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly delegatedBy: string | null;
  readonly grantedBy: string;
  readonly reason: string;
}
const row = [
  'person', 'number', 'role', 'starts_on as startsOn', 'ends_on as endsOn', 'ended_on as endedOn', 'ended_because as endedBecause', 'organisation', 'organisation_name as organisationName',
  'delegated_by as delegatedBy', 'granted_by as grantedBy', 'reason',
] as const;

/** Roles that counted on a day; without a day, every one that was granted. */
export const counting = (on: string | undefined) => (each: ExpressionBuilder<Rows, 'grants'>) =>
  each.and(
    on === undefined
      ? []
      : [each('starts_on', '<=', on), each.or([each('ends_on', 'is', null), each('ends_on', '>=', on)]), each.or([each('ended_on', 'is', null), each('ended_on', '>', on)])],
  );

/** Grants in the order of people and numbers; with a day, those that counted on it. */
export const grantsIn = (db: People, on: string | undefined) => db.selectFrom('grants').select(row).where(counting(on)).orderBy('person').orderBy('number');

/** Whether somebody had left by a day; without a day, whether they have. */
export const isGone = ({ leftOn }: { readonly leftOn: string | null }, on: string | undefined): boolean => leftOn !== null && (on === undefined || leftOn <= on);
