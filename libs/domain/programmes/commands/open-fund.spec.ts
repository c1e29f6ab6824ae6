import { toCode } from '#kernel';
import { by, given, givenNothing } from '#kernel/testing/given';
import { FundOpened } from '../fund.events.js';
import { fund } from '../fund.js';
import { openFund } from './open-fund.js';

const opened = FundOpened({ fund: toCode('IMPROVEMENT'), name: 'Improvement fund' });
const open = { code: 'IMPROVEMENT', name: 'Improvement fund' };

describe('opening a fund', () => {
  it('gives it a code and a name', () => givenNothing().when(openFund, open, by('finance')).then(opened));

  it('is refused when the code is taken', () =>
    given(fund, 'IMPROVEMENT', opened).when(openFund, open, by('finance')).thenRefused('code-is-taken', { name: 'Improvement fund' }));
});
