import { gbp, plus, total, type AwardRef, type Money } from '#kernel';
import { awardLimit, trancheLimit } from '#domain/limits';
import type { AwardState, Tranche } from './award-state.js';
import type { Phases, Support } from './award-copies.js';

/** Hundredths of a day of an expert's help that were approved; undefined where the award gives none. */
export const daysOf = (state: AwardState): number | undefined => (state.stage === 'absent' ? undefined : state.days);

/** Whether the work may begin: once the paper is signed, or once it is approved where none is. */
export const mayBegin = (state: AwardState): boolean => state.stage === 'agreed' || (state.stage === 'approved' && state.terms.instrument === 'none');

/** The phases of an award, in their order; undefined where it has none. */
export const phasesOf = (state: AwardState): Phases | undefined => (state.stage === 'absent' ? undefined : state.terms.phases);

/** The limit that holds the money of an award: of its first budget line, or of the n-th part from another. */
export const moneyLimitOf = (award: AwardRef, tranche?: number): string => (tranche === undefined ? awardLimit(award) : trancheLimit(award, tranche));

/** What an award gives of a kind, such as days with their ceiling; undefined where it gives none of it. */
export const supportOf = <Kind extends Support[number]['kind']>(state: Pick<Exclude<AwardState, { readonly stage: 'absent' }>, 'terms'>, kind: Kind): Extract<Support[number], { readonly kind: Kind }> | undefined =>
  state.terms.support?.find((each): each is Extract<Support[number], { readonly kind: Kind }> => each.kind === kind);

/** Whether an award gives money at all: one that copied no support gives nothing else. */
export const givesMoney = ({ support }: { readonly support?: Support | undefined }): boolean => support === undefined || support.some(({ kind }) => kind === 'cash' || kind === 'contribution');

export const conditional = ({ stage }: Tranche): boolean => stage === 'conditional';
export const confirmed = ({ stage }: Tranche): boolean => stage === 'confirmed';
const ofLaterYears = (tranches: readonly Tranche[]): Money => total(tranches.filter((each) => confirmed(each) && each.kind === 'later').map(({ amount }) => amount));

/** All that a body has by an award, its later years included: what caps count. Nil before approval. */
export function moneyCounted(state: AwardState): Money {
  if (state.stage === 'approved' || state.stage === 'offered') return plus(state.ceiling, ofLaterYears(state.tranches));
  return state.stage === 'agreed' ? plus(state.agreement.amount, ofLaterYears(state.tranches)) : gbp(0);
}

/** The number of the next part. */
export const nextNumber = (tranches: readonly Tranche[]): number => tranches.length + 1;
