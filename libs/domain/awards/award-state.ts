import { present, type ApplicationRef, type Code, type IsoDate, type Money, type OrganisationRef, type Person } from '#kernel';
import type { Partner } from '#domain/applications';
import type { BudgetLine } from '#domain/limits';
import type { Instrument, MatchFrom, MatchRule, RoundTerms } from '#domain/programmes';

/** An award as it was recommended: names and limits as they stood then. */
export interface AwardTerms {
  readonly application: ApplicationRef;
  readonly programme: Code;
  readonly budget: BudgetLine;
  readonly recipient: OrganisationRef;
  readonly recipientName: string;
  readonly title: string;
  readonly partners: readonly Partner[];
  readonly awardCeiling: Money;
  readonly instrument: Instrument;
  /** Whoever recommended it, and whoever they stood in for: neither approves it. */
  readonly recommendedBy: readonly Person[];
  /** What the round says about every award of it. */
  readonly roundTerms?: RoundTerms | undefined;
  readonly matchRule?: MatchRule | undefined;
}
/** `ratio` and `payableBeforeVerified` are whole per cent of the grant. */
export interface MatchCondition {
  readonly ratio: number;
  readonly payableBeforeVerified: number;
  readonly from: MatchFrom;
}
/** The delegation that an approval used up a part of. */
export interface DelegationUsed {
  readonly body: Code;
  readonly number: number;
}
interface Kept {
  readonly terms: AwardTerms;
  readonly matchCondition?: MatchCondition | undefined;
  readonly delegation?: DelegationUsed | undefined;
}
/** What was signed. */
export interface Agreement {
  readonly amount: Money;
  readonly matchRequired: Money;
}

export type AwardState =
  | { readonly stage: 'absent' }
  | (Kept & { readonly stage: 'recommended' })
  | (Kept & { readonly stage: 'approved'; readonly ceiling: Money; readonly proposed?: Money; readonly settled?: Money })
  | (Kept & { readonly stage: 'offered'; readonly ceiling: Money; readonly amount: Money; readonly acceptBy: IsoDate })
  | (Kept & { readonly stage: 'agreed' | 'closed'; readonly agreement: Agreement })
  | (Kept & { readonly stage: 'withdrawn'; readonly agreement?: Agreement | undefined })
  | (Kept & { readonly stage: 'declined' | 'lapsed' });
export type Stage = AwardState['stage'];
type In<S extends Stage> = Extract<AwardState, { readonly stage: S }>;

/** Second pair of eyes for `evolve`: the rules refuse first, so this throws. */
export function mustBe<S extends Stage>(state: AwardState, ...stages: readonly S[]): In<S> {
  if (!stages.some((stage) => stage === state.stage)) throw new Error(`An award that is ${state.stage} cannot do what only ${stages.join(' or ')} ones do`);
  return state as In<S>;
}

/** What every later stage keeps. */
export function kept(state: AwardState): Kept {
  const { terms, matchCondition, delegation } = present(state);
  return { terms, ...(matchCondition ? { matchCondition } : {}), ...(delegation ? { delegation } : {}) };
}

/** What was signed, whatever happened afterwards. */
export const agreementOf = (state: AwardState): Agreement | undefined => ('agreement' in state ? state.agreement : undefined);
