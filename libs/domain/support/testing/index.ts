import { toDate, toPerson, toReference } from '#kernel';
import { eastRiding } from '#domain/applications/testing';
import { anAwardApproved, anAwardSigned, firstAward, recipientName } from '#domain/awards/testing';
import { limit, limitEvents } from '#domain/limits';
import { future } from '#domain/programmes/testing';
import { ExpertAssigned } from '../assignment.events.js';
import { assignment } from '../assignment.js';
import { DaysLogged } from '../days-log.events.js';
import { daysLog } from '../days-log.js';
import { AvailabilitySet, ExpertAddedToPool, ExpertRemovedFromPool } from '../expert.events.js';
import { expert } from '../expert.js';

export const firstExpert = toReference('EX', 'EX-2012-001');
export const added = ExpertAddedToPool({ programme: future, title: 'Procurement', person: toPerson('procurer') });
export const removed = ExpertRemovedFromPool({ programme: future, title: 'Procurement', reason: 'Retired' });
export const aboutDays = { award: firstAward, programme: future, recipient: eastRiding, recipientName };
export const assigned = ExpertAssigned({ ...aboutDays, expert: firstExpert, title: 'Procurement' });

/** An approved award, and an expert in the pool of its programme. */
export const aPool = anAwardApproved.and(expert, firstExpert, added);
export const anAssignment = aPool.and(assignment, firstAward, assigned);

export const daysRef = `days.${firstAward}`;
export const expertDaysRef = `expert.${firstExpert}.FY1213`;
/** Hundredths of a day. */
export const opened = (subject: string, bucket: string, amount: number) => limitEvents.LimitOpened({ subject, unit: 'DAY', bucket, amount });
export const moved = (from: string, to: string, amount: number, because: string) => limitEvents.LimitMoved({ unit: 'DAY', from, to, amount, because });

/** Ten days in 2012/13, from June to September. */
export const available = AvailabilitySet({ programme: future, title: 'Procurement', from: toDate('2012-06-01'), until: toDate('2012-09-30'), days: 1_000, financialYear: 'FY1213' });
export const tenDaysFree = opened(`days of expert ${firstExpert} in FY1213`, 'free', 1_000);
export const fourteenDays = opened(`days of award ${firstAward}`, 'left', 1_400);

/** A signed award with fourteen days of help, and an expert who is assigned to it. */
export const anAwardWithDays = anAwardSigned.and(limit, daysRef, fourteenDays).and(expert, firstExpert, added).and(assignment, firstAward, assigned);
export const fourLogged = DaysLogged({ ...aboutDays, number: 1, days: 400, workedOn: toDate('2012-06-13'), what: 'Tender drawn up', left: 1_000, loggedBy: toPerson('officer'), expert: firstExpert });
export const aLog = anAwardWithDays.and(daysLog, firstAward, fourLogged).and(limit, daysRef, moved('left', 'logged', 400, 'worked on 2012-06-13'));
