import type { Permission, ReadFact } from './command.js';
import type { IsoDate } from './dates.js';
import type { OrganisationRef, Person } from './ids.js';

/** Who wants to act, in which role, and on which day: a role counts on the day of acting, whatever the business date. */
export interface Asking {
  readonly actor: Person;
  readonly role: string;
  readonly today: IsoDate;
  /** Number of the API token that speaks for the person, where one does: its scope counts too. */
  readonly token?: number;
}

/** Whether they may, and for whom they then act. `because` is a sentence that says what to do about a "no". */
export type Granted =
  | { readonly granted: true; readonly onBehalfOf?: Person; readonly actsFor?: OrganisationRef }
  | { readonly granted: false; readonly because: string; readonly heldBy: readonly string[] };

/**
 * Decides who may do what, from streams and never from a view. What it reads joins the expectations of the append and its
 * evidence: a role that ends meanwhile is noticed like any other fact that changed.
 */
export type Authority = (read: ReadFact, asking: Asking, permission: Permission) => Promise<Granted>;
