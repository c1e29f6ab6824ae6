import { gbp, toCode } from '#kernel';
import { fund, fundEvents } from '#domain/programmes';
import { ledgerViews, trialBalance } from '#views/ledgers';
import { OpenedViews } from '../../libs/platform/view-store/testing/opened-views.js';
import { answerOf, kept, told } from '../../libs/views/testing/told.js';

const [care, digital] = [toCode('CARE'), toCode('DIGITAL')];
const year = { financialYear: 'FY1213' } as const;
const history = [
  told(fund, care, '2012-04-02', fundEvents.FundOpened({ fund: care, name: 'Care' }), fundEvents.BudgetSet({ fund: care, ...year, amount: gbp(10_000), kind: 'original' })),
  told(fund, digital, '2012-04-02', fundEvents.FundOpened({ fund: digital, name: 'Digital' })),
  told(fund, care, '2012-04-03', fundEvents.BudgetVired({ fund: care, ...year, to: digital, amount: gbp(4_001), reason: 'Less was asked for', minute: '7.2' })),
];

describe('Budget moved between funds, in the ledger', () => {
  const opened = new OpenedViews();
  afterAll(() => opened.close());

  it('leaves what was given in all as it was, and every invariant whole', async () => {
    const { views } = await kept(opened, ledgerViews, history);
    const [budget] = answerOf(await views.ask(trialBalance, {}));
    expect(budget?.accounts.map(({ account, balanceMinor }) => [account, balanceMinor])).toEqual([['B:Authority', 10_000], ['B:Available', -10_000]]);
  });
});
