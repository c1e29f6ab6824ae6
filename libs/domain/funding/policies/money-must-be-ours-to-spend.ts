import { refuse, type Refusal } from '#kernel';
import type { HeldBy } from '../funding-fields.js';

export const heldRefusals = { 'funding-is-held-elsewhere': '{funder} holds this money and spends it, so no expense of ours is paid from it' } as const;

/** What the funder keeps is in none of our accounts: there is nothing of it that we could spend or claim. */
export const moneyMustBeOursToSpend = (held: HeldBy, funder: string): Refusal<'funding-is-held-elsewhere'> | undefined =>
  held === 'funder' ? refuse('funding-is-held-elsewhere', { funder }) : undefined;
