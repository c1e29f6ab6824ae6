import { isNil, present, refuse, type ApplicationRef, type Elsewhere, type Fact, type ReadFact, type Refusal, type RoundRef } from '#kernel';
import { entryOf, firstWaiting, leave, type EntriesState, type entriesEvents } from '#domain/applications';
import { mustBeSharedAnew, shareOf, type AssessmentState } from '#domain/assessments';
import { held, keptFor, limit, openUnit, queue, raiseUnit, reduceUnit, turnsLimit, type LimitFact, type QueueFact } from '#domain/limits';
import { moneyRuleOf, schemeOf, type RoundState, type RoundTerms, type SchemeTerms } from '#domain/programmes';

export const choosingRefusals = {
  'not-eligible': '{name} does not meet the rules of this round that refuse, so its application is not recommended',
  'another-is-ahead': '{name} came first and is still waiting. Whoever comes first is served first',
  'number-is-reached': 'The round gives {number} awards and {taken} are taken',
  'share-is-not-set': 'The money of {round} is shared out, and this application has no share yet. Share the fund first',
  'share-is-of-other-terms': 'The terms of {round} changed after its money was shared. Share the fund again',
  'share-is-nil': 'The share of this application came to £0.00, so there is nothing to recommend',
} as const;

/** Awards of a round that serves so many; read only where the terms say how many. */
export async function readTurns(read: ReadFact, round: RoundRef, state: RoundState): Promise<LimitFact | undefined> {
  return numberOf(schemeOf(state)?.terms) === undefined ? undefined : read.ifAny(limit, turnsLimit(round));
}
/** The waiting list of a round that serves whoever came first; read only where the terms have both. */
export async function readCalled(read: ReadFact, round: RoundRef, state: RoundState): Promise<QueueFact | undefined> {
  const terms = schemeOf(state)?.terms;
  return terms?.selection?.kind === 'first-come' && terms.capacity?.waitingList ? read.ifAny(queue, round) : undefined;
}
const numberOf = (terms: SchemeTerms | undefined): number | undefined => (terms?.selection?.kind === 'first-come' ? terms.selection.number : undefined);

interface Turn {
  readonly turns: LimitFact | undefined;
  readonly called: QueueFact | undefined;
}
/**
 * Whose turn it is, where terms say that whoever came first is served first, and as long as the number lasts. For whom a place of the
 * waiting list is kept, it is their turn: the list has an order of its own, and nobody else may take that place.
 */
export function mustBeItsTurn(
  terms: SchemeTerms | undefined, register: EntriesState, application: ApplicationRef, { turns, called }: Turn,
): Refusal<'not-eligible' | 'another-is-ahead' | 'number-is-reached'> | undefined {
  const entry = entryOf(register, application);
  if (terms && entry && !entry.eligible) return refuse('not-eligible', { name: entry.organisationName });
  if (terms?.selection?.kind !== 'first-come') return undefined;
  const first = firstWaiting(register);
  const isCalled = called !== undefined && keptFor(called.state, application) !== undefined;
  if (first && first.application !== application && !isCalled) return refuse('another-is-ahead', { name: first.organisationName });
  const number = numberOf(terms);
  const taken = turns ? held(turns, 'taken') : 0;
  return number !== undefined && taken >= number ? refuse('number-is-reached', { number, taken }) : undefined;
}

type NoShare = Refusal<'share-is-not-set' | 'share-is-of-other-terms' | 'share-is-nil'>;

/** An award of a shared fund is its share, neither more nor less. */
export function termsOfIts(round: RoundState, choice: AssessmentState, application: ApplicationRef): RoundTerms | undefined | NoShare {
  const terms = moneyRuleOf(round);
  if (terms?.kind !== 'share-of-fund') return terms;
  const { name } = present(round);
  const amount = shareOf(choice, application);
  if (!amount) return refuse('share-is-not-set', { round: name });
  if (mustBeSharedAnew(choice, schemeOf(round)?.version)) return refuse('share-is-of-other-terms', { round: name });
  return isNil(amount) ? refuse('share-is-nil') : { kind: 'fixed', amount };
}

export const takeTurn = (turns: LimitFact | undefined, because: string): readonly Elsewhere[] => {
  if (!turns) return [];
  return turns.state.stage === 'absent' ? [openUnit(turns.ref, `awards served in turn`, 'COUNT', 'taken', 1)] : [raiseUnit(turns, 'COUNT', 'taken', 1, because)];
};
/** An award that comes to nothing leaves its turn to the next. */
export const leaveTurn = (turns: LimitFact | undefined, because: string): readonly Elsewhere[] => (turns && held(turns, 'taken') > 0 ? [reduceUnit(turns, 'COUNT', 'taken', 1, because)] : []);

/** Takes an application out of those that wait, if the register of its round holds it. */
export function takenForward(register: Fact<typeof entriesEvents, EntriesState>, application: ApplicationRef): readonly Elsewhere[] {
  const entry = entryOf(register.state, application);
  return entry ? [leave(register, entry, 'taken-forward')] : [];
}
