import type { Invariant } from './invariant.js';
import { ofDays } from './of-days.js';
import { ofFunding } from './of-funding.js';
import { ofMoney } from './of-money.js';
import { ofPostings } from './of-postings.js';
import { ofPromises } from './of-promises.js';

export type { Breach, Invariant } from './invariant.js';
/** Every law of the ledger, by its name in the design; B1, S1, D1 and U1 to U3 are our own. */
export const invariants: readonly Invariant[] = [...ofPostings, ...ofMoney, ...ofPromises, ...ofDays, ...ofFunding];
