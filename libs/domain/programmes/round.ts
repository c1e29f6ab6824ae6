import { keeping, nothingKeyed, present, stream, type Code, type IsoDate, type Keyed } from '#kernel';
import type { BudgetLine } from '#domain/limits';
import type { Criterion } from './criteria.js';
import type { Form } from './form.js';
import * as events from './round.events.js';
import type { MatchRule, RoundTerms } from './round-terms.js';
import type { SchemeTerms } from './scheme/scheme-terms.js';

/** What applications are scored on, from nought to the highest score. */
export interface Scoring {
  readonly criteria: readonly Criterion[];
  readonly highestScore: number;
  readonly begun: boolean;
}
export interface Round {
  readonly programme: Code;
  readonly name: string;
  readonly budget: BudgetLine;
  /** The money rule and the match rule in force, whether the round has a scheme or not. */
  readonly terms?: RoundTerms | undefined;
  readonly matchRule?: MatchRule | undefined;
  /** All of its terms, and which version of them; a round of before schemes has none. */
  readonly scheme?: { readonly version: number; readonly terms: SchemeTerms };
  readonly opensOn?: IsoDate | undefined;
  /** The last day on which an application is in time. */
  readonly closesOn?: IsoDate | undefined;
  readonly form?: { readonly version: number; readonly questions: Form };
  /** The closed list of who may bid: reference and name. */
  readonly invited: Keyed<string>;
  /** Who may come late, and until when. */
  readonly late: Keyed<IsoDate>;
  /** How many awards it has room for. */
  readonly capacity?: number;
  readonly intakeBegun: boolean;
  readonly termsActedOn: boolean;
  /** A round without criteria is not a competition: officers recommend what they find fit. */
  readonly scoring?: Scoring;
}
export type RoundState = { readonly stage: 'absent' } | ({ readonly stage: 'open' } & Round) | ({ readonly stage: 'closed' } & Round);

const untouched = { invited: nothingKeyed, late: nothingKeyed, intakeBegun: false, termsActedOn: false } as const;

export const round = stream('round', { events, initial: { stage: 'absent' } as RoundState }).evolvedBy({
  RoundOpened: (_, { programme, name, budget, terms, matchRule, scheme, opensOn, closesOn, form }) => ({
    stage: 'open', programme, name, budget, terms, matchRule, ...untouched, opensOn, closesOn,
    ...(scheme ? { scheme: { version: 1, terms: scheme } } : {}),
    ...(form ? { form: { version: 1, questions: form } } : {}),
    ...(scheme?.capacity ? { capacity: scheme.capacity.most } : {}),
  }),
  RoundClosed: (state) => ({ ...present(state), stage: 'closed' }),
  RoundTermsRevised: (state, { version, scheme }) => ({ ...present(state), scheme: { version, terms: scheme }, terms: scheme.money, matchRule: scheme.match }),
  FormSet: (state, { version, questions }) => ({ ...present(state), form: { version, questions } }),
  BodiesInvited(state, { bodies }) {
    const before = present(state);
    return { ...before, invited: bodies.reduce((list, { organisation, name }) => keeping(list, organisation, name), before.invited) };
  },
  LateApplicationAllowed(state, { organisation, until }) {
    const before = present(state);
    return { ...before, late: keeping(before.late, organisation, until) };
  },
  CapacityRaised: (state, { after }) => ({ ...present(state), capacity: after }),
  CriteriaSet: (state, { criteria, highestScore }) => ({ ...present(state), scoring: { criteria, highestScore, begun: false } }),
  ScoringBegun(state) {
    const { scoring, ...before } = present(state);
    if (!scoring) throw new Error('Nobody can score a round that has no criteria');
    return { ...before, scoring: { ...scoring, begun: true } };
  },
  IntakeBegun: (state) => ({ ...present(state), intakeBegun: true }),
  TermsActedOn: (state) => ({ ...present(state), termsActedOn: true }),
});
