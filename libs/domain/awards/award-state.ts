import { present, type ApplicationRef, type Code, type IsoDate, type Money, type OrganisationRef, type Person } from '#kernel';
import type { Partner } from '#domain/applications';
import type { BudgetLine } from '#domain/limits';
import type { Instrument } from '#domain/programmes';

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
  readonly recommendedBy: Person;
}
/** `ratio` and `payableBeforeVerified` are whole per cent of the grant. */
export interface MatchCondition {
  readonly ratio: number;
  readonly payableBeforeVerified: number;
}
interface Kept {
  readonly terms: AwardTerms;
  readonly matchCondition?: MatchCondition | undefined;
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
  const { terms, matchCondition } = present(state);
  return matchCondition ? { terms, matchCondition } : { terms };
}

/** What was signed, whatever happened afterwards. */
export const agreementOf = (state: AwardState): Agreement | undefined => ('agreement' in state ? state.agreement : undefined);
