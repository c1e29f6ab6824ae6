import { refuse, type IsoDate, type Refusal } from '#kernel';
import { verbField } from '#domain/decisions';
import type { Committing } from './authority-must-reach.js';
import type { AuthorityRead } from './authority.js';
import { decisionMustCarryThis, decisionRefusals } from './decision-must-carry-this.js';
import { delegationRefusals, refuseDelegation } from './delegation-must-be-in-force.js';

export const decliningRefusals = {
  ...decisionRefusals,
  'verb-does-not-decline': '{body} {verb} this award, which does not decline it',
  ...delegationRefusals,
} as const;

/** A decision that says no, or a delegation in force. */
export function authorityMustDecline(authority: AuthorityRead, award: string, on: IsoDate): Refusal<keyof typeof decliningRefusals> | Committing {
  const misplaced = decisionMustCarryThis(authority, award, on);
  if (misplaced) return misplaced;
  if (authority.kind === 'board' && authority.verb !== 'declined') {
    return refuse('verb-does-not-decline', { body: authority.decidedByName, verb: verbField.spec.show(authority.verb) });
  }
  return authority.kind === 'not-in-force' ? refuseDelegation(authority.name, on) : authority;
}
