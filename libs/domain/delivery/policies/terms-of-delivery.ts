import { present, type AwardRef, type Fact, type ReadFact } from '#kernel';
import { award, phasesOf, type AwardState, type awardEvents } from '#domain/awards';
import { round, schemeOf, type Phase, type Report } from '#domain/programmes';

type AwardFact = Fact<typeof awardEvents, AwardState>;

/** An award, and what it was recommended to go through. */
export interface AwardWithPhases {
  readonly award: AwardFact;
  readonly phases: readonly Phase[];
}
/** The same, and what the scheme of its round has everybody report. */
export interface AwardAsked extends AwardWithPhases {
  readonly reports: readonly Report[];
}

export async function readPhases(read: ReadFact, ref: AwardRef): Promise<AwardWithPhases> {
  const found = await read(award, ref);
  return { award: found, phases: phasesOf(found.state) ?? [] };
}

/** An award carries the phases that it was recommended with. What is reported may change for all awards of a round, so the round says it. */
export async function readAwardAsked(read: ReadFact, ref: AwardRef): Promise<AwardAsked> {
  const found = await readPhases(read, ref);
  const { state } = await read(round, present(found.award.state).terms.budget.round);
  return { ...found, reports: schemeOf(state)?.terms.reporting ?? [] };
}
