import { exceeds, isNil, plus, refuse, showMoney, type Elsewhere, type IsoDate, type Money, type Refusal } from '#kernel';
import { verbField, verbsThatCommit, type Verb } from '#domain/decisions';
import { moneyLeft, moved, type LimitFact } from '#domain/limits';
import type { AwardTerms } from '../award-state.js';
import { link } from './authority-used.js';
import type { AuthorityRead } from './authority.js';
import { decisionMustCarryThis, decisionRefusals } from './decision-must-carry-this.js';
import { delegationRefusals, refuseDelegation } from './delegation-must-be-in-force.js';

/** Refusals of whatever commits money, in the order in which a caseworker would look. */
export const committingRefusals = {
  ...decisionRefusals,
  'verb-does-not-commit': '{body} {verb} this award, which commits no money. It must approve, confirm or agree',
  ...delegationRefusals,
} as const;
export const reachRefusals = {
  'over-delegated-limit': '{body} may approve up to {limit} for one recipient in a round. {counted} is approved there already and this is {needed}',
  'delegation-is-used-up': '{body} has {left} of its delegation left and this approval needs {needed}',
} as const;

/** An authority that may commit money: a decision with such a verb, or a delegation in force. */
export type Committing = Exclude<AuthorityRead, { readonly kind: 'not-in-force' }>;

export const verbOf = (authority: Committing): Verb => (authority.kind === 'board' ? authority.verb : 'approved');

export function authorityMustCommit(authority: AuthorityRead, award: string, on: IsoDate): Refusal<keyof typeof committingRefusals> | Committing {
  const misplaced = decisionMustCarryThis(authority, award, on);
  if (misplaced) return misplaced;
  if (authority.kind === 'board' && !verbsThatCommit.includes(authority.verb)) {
    return refuse('verb-does-not-commit', { body: authority.decidedByName, verb: verbField.spec.show(authority.verb) });
  }
  return authority.kind === 'not-in-force' ? refuseDelegation(authority.name, on) : authority;
}

/** A delegation reaches so far for one recipient in a round, with what is counted there already, and so far in all. */
export function authorityMustReach(authority: Committing, counted: Money, amount: Money): Refusal<keyof typeof reachRefusals> | undefined {
  if (authority.kind !== 'delegated') return undefined;
  const { name: body, delegation, limit: remaining } = authority;
  const needed = showMoney(amount);
  if (exceeds(plus(counted, amount), delegation.perAward)) {
    return refuse('over-delegated-limit', { body, limit: showMoney(delegation.perAward), counted: showMoney(counted), needed });
  }
  const left = moneyLeft(remaining, 'left');
  return exceeds(amount, left) ? refuse('delegation-is-used-up', { body, left: showMoney(left), needed }) : undefined;
}

/** Takes an amount out of a delegation, and counts it with what its recipient has in the round. */
export const useAuthority = (authority: Committing, linked: LimitFact, terms: AwardTerms, amount: Money, because: string): readonly Elsewhere[] => [
  ...(authority.kind === 'delegated' ? moved(authority.limit, 'left', 'used', amount, because) : []),
  ...(isNil(amount) ? [] : [link(linked, terms, amount, because)]),
];
