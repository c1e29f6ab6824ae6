import { isNil, lesser, present, type AwardRef, type Elsewhere, type Money, type ReadFact } from '#kernel';
import { delegationLimit, limit, linkedLimit, moneyLeft, move, open, raise, reduce, type LimitFact } from '#domain/limits';
import type { AwardState, AwardTerms, DelegationUsed } from '../award-state.js';
import { readHolders, type Holders } from './release.js';

/** What an approval uses up besides money: what the recipient may be awarded in the round, and a body's delegation. */
export interface AuthorityUsed {
  readonly linked: LimitFact;
  readonly delegation?: LimitFact;
}

export const readLinked = (read: ReadFact, { budget, recipient }: AwardTerms): Promise<LimitFact> => read.ifAny(limit, linkedLimit(budget.round, recipient));

async function readAuthorityUsed(read: ReadFact, terms: AwardTerms, used: DelegationUsed | undefined): Promise<AuthorityUsed> {
  const linked = await readLinked(read, terms);
  return used ? { linked, delegation: await read(limit, delegationLimit(used.body, used.number)) } : { linked };
}

/** What must be read to give back both money and authority of an award. */
export async function readAllHeld(read: ReadFact, award: AwardRef, state: AwardState): Promise<Holders & { readonly used: AuthorityUsed }> {
  const { terms, delegation } = present(state);
  return { ...(await readHolders(read, award, terms.budget)), used: await readAuthorityUsed(read, terms, delegation) };
}

/** Counts an award with the others of its recipient in its round, by whatever authority they were approved. */
export const link = (linked: LimitFact, { budget, recipient }: AwardTerms, ceiling: Money, because: string): Elsewhere =>
  linked.state.stage === 'absent' ? open(linked.ref, `awards to ${recipient} in round ${budget.round}`, 'approved', ceiling) : raise(linked, 'approved', ceiling, because);

/** What an award turned out not to need before it was signed may be approved for others. Awards from before these limits hold none of them. */
export function giveAuthorityBack({ linked, delegation }: AuthorityUsed, unused: Money, because: string): readonly Elsewhere[] {
  const counted = lesser(unused, moneyLeft(linked, 'approved'));
  return [
    ...(isNil(counted) ? [] : [reduce(linked, 'approved', counted, because)]),
    ...(isNil(unused) || !delegation ? [] : [move(delegation, 'used', 'left', unused, because)]),
  ];
}
