import { awardEvents } from '#domain/awards';
import { roundEvents } from '#domain/programmes';
import { cohortEvents } from '#domain/support';
import { add, type Watch } from './told.js';

/** No more awards hold a place than a round has room for, no more bodies than a cohort has places of ours, and turns end with their number. */
export function places(): Watch {
  const [room, taken] = [new Map<string, number>(), new Map<string, number>()];
  /** Of an award: the round whose place it holds. */
  const holders = new Map<string, string>();
  const roundOf = new Map<string, string>();
  const over = (holder: string): string | undefined => {
    const [most, there] = [room.get(holder) ?? 0, taken.get(holder) ?? 0];
    return there > most ? `${holder} has room for ${most} and ${there} are there` : undefined;
  };

  return ({ ref, is }) => {
    const capacity = is(roundEvents.RoundOpened)?.scheme?.capacity;
    if (capacity) room.set(ref, capacity.most);
    const raised = is(roundEvents.CapacityRaised) ?? is(cohortEvents.CohortEnlarged);
    if (raised) room.set(ref, raised.after);
    const opened = is(cohortEvents.CohortOpened);
    if (opened) room.set(ref, opened.ours);
    const recommended = is(awardEvents.AwardRecommended);
    if (recommended) roundOf.set(ref, recommended.budget.round);

    const round = roundOf.get(ref);
    if (is(awardEvents.AwardApproved)?.place === true && round !== undefined) {
      holders.set(ref, round);
      add(taken, round, 1);
      return over(round);
    }
    const ended = is(awardEvents.OfferLapsed) ?? is(awardEvents.AwardWithdrawn);
    const held = holders.get(ref);
    if (ended && held !== undefined && ended.placeReleased === true) {
      holders.delete(ref);
      add(taken, held, -1);
    }
    const [booked, left] = [is(cohortEvents.PlaceBooked), is(cohortEvents.PlaceGivenUp)];
    if (left) add(taken, ref, -left.places);
    if (!booked) return undefined;
    add(taken, ref, booked.places);
    return over(ref);
  };
}
