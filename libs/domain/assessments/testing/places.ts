import { gbp } from '#kernel';
import { firstApplication } from '#domain/applications/testing';
import { limit, limitEvents, queueEvents } from '#domain/limits';
import { spring } from '#domain/programmes/testing';
import { second, secondApplication, withSecond, withTerms } from './index.js';

export const placesOf = `places.${spring}`;
export const full = 'All places are taken';
export const east = { who: firstApplication, name: 'East Riding of Yorkshire Council', places: 1 };
export const scarborough = { who: secondApplication, name: second.organisationName, places: 1 };
type Waits = typeof east | typeof scarborough;
export const joined = (each: Waits) => queueEvents.QueueJoined({ holder: spring, ...each, because: full });
export const called = (because: string, ...each: readonly Waits[]) => queueEvents.QueueAdvanced({ holder: spring, called: each, because });
const taken = limitEvents.LimitMoved({ unit: 'PLACE', from: 'open', to: 'taken', amount: 2, because: 'AW-2012-001' });
export const given = limitEvents.LimitMoved({ unit: 'PLACE', from: 'taken', to: 'open', amount: 1, because: 'AW-2012-001 withdrawn' });

/** Two bids for a round with two places. */
export const twoPlaces = withSecond(withTerms({ support: [{ kind: 'cash' }], money: { kind: 'fixed', amount: gbp(1) }, capacity: { planned: 1, most: 2, waitingList: true } })).and(
  limit, placesOf, limitEvents.LimitOpened({ subject: 'places', unit: 'PLACE', bucket: 'open', amount: 2 }),
);
/** The same, when others have taken both. */
export const noPlaces = twoPlaces.and(limit, placesOf, taken);
