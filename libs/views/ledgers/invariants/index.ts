import type { Invariant } from './invariant.js';
import { ofMoney } from './of-money.js';
import { ofPostings } from './of-postings.js';
import { ofPromises } from './of-promises.js';

export type { Breach, Invariant } from './invariant.js';
/** Every law of the ledger, by its name in the design; S1 is our own. */
export const invariants: readonly Invariant[] = [...ofPostings, ...ofMoney, ...ofPromises];
