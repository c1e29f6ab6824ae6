import { toDate } from '#kernel';
import { by } from '#kernel/testing/given';
import { anAwardApproved, firstAward } from '../testing/index.js';
import { named, signedUnder } from '../testing/under-terms/index.js';
import { TrancheLapsed, TrancheNamed } from '../tranche.events.js';
import { lapseTranche } from './lapse-tranche.js';

const lapse = { award: firstAward, number: 1 };
const system = (on: string) => by('system', on);
const { upTo, subjectTo, lapsesOn, ...tranche } = named.data;
const anAward = signedUnder({}, {}, 2_000_000, {}, [named]);

describe('a later year that nobody confirms', () => {
  it('cannot lapse where none is named', () => anAwardApproved.when(lapseTranche, lapse, system('2013-04-02')).thenRefused('tranche-is-not-conditional'));

  it('does not lapse where no day was named', () =>
    signedUnder({}, {}, 2_000_000, {}, [TrancheNamed({ ...tranche, upTo, subjectTo })]).when(lapseTranche, lapse, system('2013-04-02')).thenRefused('lapses-on-no-day', { number: 1 }));

  it('can be confirmed up to and on its last day', () => anAward.when(lapseTranche, lapse, system('2013-03-31')).thenRefused('not-past', { lapsesOn: '31 March 2013' }));

  it('lapses the day after, and what was signed stays', () =>
    anAward.when(lapseTranche, lapse, system('2013-04-01')).then(TrancheLapsed({ ...tranche, named: upTo, because: 'it was not confirmed by 31 March 2013', lapsesOn: lapsesOn ?? toDate('2013-03-31') })));
});
