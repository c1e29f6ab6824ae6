import type { awardEvents } from '#domain/awards';
import type { daysLogEvents } from '#domain/support';
import { daysAt } from '../places.js';
import { moveDays, type Transaction } from '../posting.js';
import type { PostingsOf } from './of.js';

/** Days of help are a ledger of their own, in hundredths of a day: no line of it is ever in one sum with money. */
export const AwardApproved: PostingsOf<typeof awardEvents.AwardApproved> = ({ ref, data: { days = 0 } }) => moveDays(daysAt(ref, 'Ceiling'), daysAt(ref, 'Left'), days, 'days-approved');

const released = (award: string, days = 0): Transaction => moveDays(daysAt(award, 'Left'), daysAt(award, 'Ceiling'), days, 'days-released');
export const OfferLapsed: PostingsOf<typeof awardEvents.OfferLapsed> = ({ ref, data }) => released(ref, data.daysReleased);
export const AwardWithdrawn: PostingsOf<typeof awardEvents.AwardWithdrawn> = ({ ref, data }) => released(ref, data.daysReleased);
export const AwardClosed: PostingsOf<typeof awardEvents.AwardClosed> = ({ ref, data }) => released(ref, data.daysReleased);
export const DaysReleased: PostingsOf<typeof daysLogEvents.DaysReleased> = ({ data }) => released(data.award, data.days);

export const DaysLogged: PostingsOf<typeof daysLogEvents.DaysLogged> = ({ data: { award, days } }) => moveDays(daysAt(award, 'Left'), daysAt(award, 'Logged'), days, 'days-logged');

export const DaysCorrected: PostingsOf<typeof daysLogEvents.DaysCorrected> = ({ data: { award, days } }) => moveDays(daysAt(award, 'Logged'), daysAt(award, 'Left'), days, 'correction');
