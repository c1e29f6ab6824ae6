import { present, type ApplicationRef, type Code, type IsoDate, type Money, type OrganisationRef, type Person } from '#kernel';
import type { Partner } from '#domain/applications';
import type { BudgetLine } from '#domain/limits';
import type { CapTerm, Instrument, MatchFrom, MatchRule, OtherFund, RoundTerms, YearsTerm } from '#domain/programmes';
import type { Phases, Support } from './award-copies.js';

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
  /** What it obeys of its scheme besides; all of them left out where the round has none. */
  readonly support?: Support | undefined;
  readonly caps?: readonly CapTerm[] | undefined;
  readonly capacity?: boolean | undefined;
  readonly phases?: Phases | undefined;
  readonly years?: YearsTerm | undefined;
  readonly funders?: readonly OtherFund[] | undefined;
  readonly termsVersion?: number | undefined;
  /** Whether it is one of a number of awards that the round serves. */
  readonly turn?: boolean | undefined;
}
/**
 * A part of an award's money from another budget line than its first. A `part` is within what the award as a
 * whole comes to; a `later` one is for a year of its own and comes on top. What is carried forward stays of its kind.
 */
export interface Tranche {
  readonly number: number;
  readonly kind: 'part' | 'later';
  readonly line: BudgetLine;
  /** What was named, then what was confirmed or approved, then what was signed. */
  readonly amount: Money;
  readonly stage: 'conditional' | 'confirmed' | 'declined' | 'lapsed';
  readonly lapsesOn?: IsoDate | undefined;
  /** What its own confirmation used up, which need not be what the award was approved under. */
  readonly delegation?: DelegationUsed | undefined;
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
  readonly tranches: readonly Tranche[];
  /** Hundredths of a day that were approved. */
  readonly days?: number | undefined;
  readonly places?: number | undefined;
  /** Whether it takes one of the places of its round. */
  readonly hasPlace: boolean;
  /** Whose caps it was counted for when it was approved, and as its parties changed since. */
  readonly counted?: readonly Counted[] | undefined;
  /** The cost that the award pays a share of. */
  readonly cost?: Money | undefined;
  /** One tag of each set. */
  readonly tags: Readonly<Record<string, string>>;
}
/** A body whose caps an award counts for; `through` where it is a member of a joint body that leads or is a partner. */
export interface Counted {
  readonly organisation: OrganisationRef;
  readonly name: string;
  readonly through?: OrganisationRef | undefined;
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
  | (Kept & { readonly stage: 'agreed'; readonly agreement: Agreement })
  | (Kept & { readonly stage: 'withdrawn' | 'closed'; readonly agreement?: Agreement | undefined })
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
  const { terms, matchCondition, delegation, tranches, days, places, hasPlace, counted, cost, tags } = present(state);
  return {
    terms, tranches, hasPlace, tags,
    ...(matchCondition ? { matchCondition } : {}), ...(delegation ? { delegation } : {}), ...(cost ? { cost } : {}), ...(counted ? { counted } : {}),
    ...(days === undefined ? {} : { days }), ...(places === undefined ? {} : { places }),
  };
}

/** The same award with one of its parts changed. */
export const withTranche = <State extends Kept>(state: State, number: number, change: Partial<Tranche>): State => ({
  ...state, tranches: state.tranches.map((each) => (each.number === number ? { ...each, ...change } : each)),
});

/** What was signed, whatever happened afterwards. */
export const agreementOf = (state: AwardState): Agreement | undefined => ('agreement' in state ? state.agreement : undefined);
