import type { IsoDate, Person } from '#kernel';
import type { ApplicationState } from '#domain/applications';
import type { AwardState } from '#domain/awards';
import type { AssignmentState, CohortState, ExpertState } from '#domain/support';
import type { ProgrammeState, RoundState } from '#domain/programmes';
import type { Office } from '../../contracts/domain/office.js';
import type { Way } from './ways/way.js';

/** An input, or a part of one, as the edge takes it; a field that is there and undefined is left out on purpose. */
export type Written = Readonly<Record<string, unknown>>;
/** What somebody who knows the case would write, by command. */
export type Knowledge = Readonly<Record<string, () => Written>>;

/** A case in an office, as whoever works on it sees it. */
export interface Case {
  readonly office: Office;
  readonly way: Way;
  below(bound: number): number;
  pick<Value>(from: readonly [Value, ...(readonly Value[])]): Value;
  /** The references of a kind that are the case's own mostly; sometimes somebody else's. */
  refs(kind: string): readonly string[];
  /** The latest of a kind, or the one before it now and then. */
  one(kind: string): string | undefined;
  /** One of many, each in its turn over all lives of the office. */
  inTurn<Value>(what: string, from: readonly Value[]): Value;
  /** What the life calls its own programme. */
  readonly programme: string;
  /** A body of its own that decides on its awards. */
  readonly panel: string;
  /** Who acts, and the day. */
  readonly actor: Person;
  readonly on: IsoDate;
}

type Absent = { readonly stage: 'absent' };
/** A stream as it stands; nothing where nothing ever happened in it. */
function standing<State extends { readonly stage: string }>({ office }: Case, name: string): Exclude<State, Absent> | undefined {
  const found = office.streams.has(name) ? (office.now(name).state as State) : undefined;
  return found === undefined || found.stage === 'absent' ? undefined : (found as Exclude<State, Absent>);
}
const named =
  <State extends { readonly stage: string }>(stream: string, kind: string) =>
  (of: Case, ref = of.one(kind)) =>
    ref === undefined ? undefined : standing<State>(of, `${stream}-${ref}`);

export const awardOf = named<AwardState>('award', 'AW');
export const applicationOf = named<ApplicationState>('application', 'AP');
export const roundOf = named<RoundState>('round', 'RD');
export const cohortOf = named<CohortState>('cohort', 'CH');
export const expertOf = named<ExpertState>('expert', 'EX');
/** Who helps an award. */
export const helpersOf = ({ office }: Case, award: string | undefined): readonly string[] =>
  office.streams.has(`assignment-${award}`) ? (office.now(`assignment-${award}`).state as AssignmentState).experts.map(({ expert }) => expert) : [];
export const programmeOf = (of: Case, code = of.programme) => standing<ProgrammeState>(of, `programme-${code}`);

/** The round that takes bids now: the case's own, or the latest of all. */
export const openRound = (of: Case): string | undefined => of.refs('RD').findLast((ref) => roundOf(of, ref)?.stage === 'open');
/** One of the bids that wait. */
export function openBid(of: Case): string | undefined {
  const waiting = of.refs('AP').filter((ref) => applicationOf(of, ref)?.stage === 'nominated');
  return waiting[of.below(Math.max(1, waiting.length))];
}
