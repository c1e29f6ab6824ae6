import { isNil, lesser, minus, present, total, type AwardRef, type Elsewhere, type Money, type ReadFact } from '#kernel';
import { delegationLimit, limit, linkedLimit, moneyLeft, moved, open, raise, reduce, type LimitFact } from '#domain/limits';
import { confirmed } from '../award-holdings.js';
import type { AwardState, AwardTerms, DelegationUsed } from '../award-state.js';
import { readHolders, type Holders } from './release.js';

type Present = Exclude<AwardState, { readonly stage: 'absent' }>;

/** What an approval uses up besides money: what the recipient may be awarded in the round, and a body's delegation. */
export interface AuthorityUsed {
  readonly linked: LimitFact;
  readonly delegation?: LimitFact | undefined;
  /** Later years that were confirmed on their own: each by an authority of its own, which need be no delegation. */
  readonly later: readonly { readonly amount: Money; readonly delegation?: LimitFact | undefined }[];
}

export const readLinked = (read: ReadFact, { budget, recipient }: AwardTerms): Promise<LimitFact> => read.ifAny(limit, linkedLimit(budget.round, recipient));

async function readAuthorityUsed(read: ReadFact, { terms, delegation, tranches }: Pick<Present, 'terms' | 'delegation' | 'tranches'>): Promise<AuthorityUsed> {
  const limitOf = async (used: DelegationUsed | undefined) => (used ? read(limit, delegationLimit(used.body, used.number)) : undefined);
  const later = tranches.filter((each) => confirmed(each) && each.kind === 'later');
  return {
    linked: await readLinked(read, terms),
    delegation: await limitOf(delegation),
    later: await Promise.all(later.map(async (each) => ({ amount: each.amount, delegation: await limitOf(each.delegation) }))),
  };
}

/** What must be read to give back both money and authority of an award. */
export async function readAllHeld(read: ReadFact, award: AwardRef, state: AwardState): Promise<Holders & { readonly used: AuthorityUsed }> {
  const there = present(state);
  return { ...(await readHolders(read, award, there.terms.budget)), used: await readAuthorityUsed(read, there) };
}

/** Counts an award with the others of its recipient in its round, by whatever authority they were approved. */
export const link = (linked: LimitFact, { budget, recipient }: AwardTerms, ceiling: Money, because: string): Elsewhere =>
  linked.state.stage === 'absent' ? open(linked.ref, `awards to ${recipient} in round ${budget.round}`, 'approved', ceiling) : raise(linked, 'approved', ceiling, because);

/** What an award turned out not to need before it was signed may be approved for others. Awards from before these limits hold none of them. */
export const giveAuthorityBack = ({ linked, delegation }: Omit<AuthorityUsed, 'later'>, unused: Money, because: string): readonly Elsewhere[] => [
  ...countLess(linked, unused, because),
  ...handBack(delegation, unused, because),
];

/** The same of an award that ends before it was signed: its later years go back to whatever they were confirmed under. */
export const giveAllAuthorityBack = ({ linked, delegation, later }: AuthorityUsed, released: Money, because: string): readonly Elsewhere[] => [
  ...countLess(linked, released, because),
  ...handBack(delegation, minus(released, total(later.map(({ amount }) => amount))), because),
  ...later.flatMap((each) => handBack(each.delegation, each.amount, because)),
];

function countLess(linked: LimitFact, unused: Money, because: string): readonly Elsewhere[] {
  const counted = lesser(unused, moneyLeft(linked, 'approved'));
  return isNil(counted) ? [] : [reduce(linked, 'approved', counted, because)];
}
const handBack = (delegation: LimitFact | undefined, unused: Money, because: string): readonly Elsewhere[] =>
  (delegation ? moved(delegation, 'used', 'left', unused, because) : []);
