import { kept, present, toReference, type Elsewhere, type Fact, type IsoDate, type OrganisationRef, type RoundRef } from '#kernel';
import * as events from './round.events.js';
import type { RoundState } from './round.js';
import type { RoundTerms } from './round-terms.js';
import type { SchemeTerms } from './scheme/scheme-terms.js';

type RoundFact = Fact<typeof events, RoundState>;

/** The terms in force and their version; none for a round of before schemes. */
export const schemeOf = (round: RoundState): { readonly version: number; readonly terms: SchemeTerms } | undefined => present(round).scheme;

/** What an award of the round comes to, or may come to; none where the programme's own ceiling is all there is. */
export const moneyRuleOf = (round: RoundState): RoundTerms | undefined => present(round).terms;

/** Whether an application that comes on a day is in time. A round without dates is in time while it is open. */
export function isLate(round: RoundState, organisation: OrganisationRef, on: IsoDate): 'in-time' | 'allowed' | 'not-open' | 'past' {
  const { opensOn, closesOn, late } = present(round);
  if (opensOn !== undefined && on < opensOn) return 'not-open';
  if (closesOn === undefined || on <= closesOn) return 'in-time';
  const until = kept(late, organisation);
  return until !== undefined && on <= until ? 'allowed' : 'past';
}

export const isInvited = (round: RoundState, organisation: OrganisationRef): boolean => kept(present(round).invited, organisation) !== undefined;

const about = ({ ref, state }: RoundFact): { readonly round: RoundRef; readonly name: string } => ({ round: toReference('RD', ref), name: present(state).name });

/** Spread into what the first application of a scheme's round appends; afterwards, and without a scheme, it is nothing. */
export function beginIntake(of: RoundFact): readonly Elsewhere[] {
  const { scheme, intakeBegun } = present(of.state);
  return scheme && !intakeBegun ? [of.append(events.IntakeBegun(about(of)))] : [];
}

/** The same for the first award that is recommended. */
export function actOnTerms(of: RoundFact): readonly Elsewhere[] {
  const { scheme, termsActedOn } = present(of.state);
  return scheme && !termsActedOn ? [of.append(events.TermsActedOn(about(of)))] : [];
}
