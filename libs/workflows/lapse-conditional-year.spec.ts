import { dropped, due, toDate, type Happened, type NewEvent } from '#kernel';
import { by } from '#kernel/testing/given';
import { awardEvents, lapseTranche } from '#domain/awards';
import { firstAward } from '#domain/awards/testing';
import { confirmedAt, named, signedUnder } from '#domain/awards/testing/under-terms';
import { lapseConditionalYear } from './lapse-conditional-year.js';

const { upTo, subjectTo, lapsesOn, ...tranche } = named.data;
const lapsed = awardEvents.TrancheLapsed({ ...tranche, named: upTo, because: 'it was not confirmed by 31 March 2013', lapsesOn });
const duties = (event: NewEvent) => {
  const happened: Happened = {
    ...event, stream: `award-${firstAward}`, category: 'award', ref: firstAward, version: 1, id: 'e', position: 1,
    recordedAt: '2012-07-05T10:00:00.000Z', on: toDate('2012-07-05'), meta: {},
  };
  return lapseConditionalYear.on[event.type]?.(happened);
};

describe('a later year that is only named', () => {
  it('lapses on the first working day after its last one: Easter Monday 2013 is none', () => {
    expect(duties(named)).toEqual([due(`${firstAward}.1`, toDate('2013-04-02'), lapseTranche, { award: firstAward, number: 1 })]);
  });

  it('has no duty where no day was named', () => {
    expect(duties(awardEvents.TrancheNamed({ ...tranche, upTo, subjectTo }))).toEqual([]);
  });

  it.each([['confirmed', confirmedAt(1, 'agreed')], ['lapsed', lapsed]])('is left alone once it is %s', (_, event) => {
    expect(duties(event)).toEqual([dropped(`${firstAward}.1`)]);
  });

  it('is lapsed by the very command that becomes due', () =>
    signedUnder({}, {}, 2_000_000, {}, [named]).when(lapseTranche, { award: firstAward, number: 1 }, by('system', '2013-04-02')).then(lapsed));
});
