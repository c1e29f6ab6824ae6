import { by } from '#kernel/testing/given';
import { anAwardApproved, firstAward } from '#domain/awards/testing';
import { limit } from '#domain/limits';
import { DaysCorrected, DaysLogged } from '../days-log.events.js';
import { daysLog } from '../days-log.js';
import { aboutDays, aLog, anAwardWithDays, daysRef, expertDaysRef, firstExpert, fourLogged, moved, tenDaysFree } from '../testing/index.js';
import { correctDays } from './correct-days.js';

const correct = { award: firstAward, number: 1, days: '1.5', reason: 'Typed twice' };
const officer = by('officer');
const corrected = DaysCorrected({ ...aboutDays, number: 1, days: 150, left: 1_150, reason: 'Typed twice', expert: firstExpert });
const back = moved('logged', 'left', 150, 'entry 1 corrected');

describe('correcting days', () => {
  it('is refused where the award has no days to use', () => anAwardApproved.and(daysLog, firstAward, fourLogged).when(correctDays, correct, officer).thenRefused('days-are-not-agreed'));

  it('is refused for an entry that is not there', () => aLog.when(correctDays, { ...correct, number: 2 }, officer).thenRefused('entry-is-unknown', { number: 2, entries: 1 }));

  it('is refused for more than the entry holds', () => aLog.when(correctDays, { ...correct, days: '4.01' }, officer).thenRefused('more-than-was-logged', { logged: '4 days' }));

  it('is refused for more than an earlier correction left of it', () =>
    aLog.and(daysLog, firstAward, corrected).and(limit, daysRef, back).when(correctDays, { ...correct, days: '3' }, officer).thenRefused('more-than-was-logged', { logged: '2.5 days' }));

  it('leaves the award so many days more', () => aLog.when(correctDays, correct, officer).then(corrected, back));

  it('frees the expert’s days too, where they were counted', () =>
    anAwardWithDays
      .and(daysLog, firstAward, DaysLogged({ ...fourLogged.data, financialYear: 'FY1213' }))
      .and(limit, daysRef, moved('left', 'logged', 400, 'worked'))
      .and(limit, expertDaysRef, tenDaysFree, moved('free', 'worked', 400, 'worked'))
      .when(correctDays, correct, officer)
      .then(corrected, back, moved('worked', 'free', 150, `corrected for ${firstAward}`)));

  it('needs a log', () => anAwardWithDays.when(correctDays, correct, officer).thenNotFound());
});
