import { gbp } from '#kernel';
import { play } from './play.js';
import { playbook, staged } from './testing/staged.js';

const step = (by: string, command: string, input: string, as = ''): string => `- { on: "2012-06-13", by: ${by}, do: ${command}, with: ${input}${as === '' ? '' : `, as: ${as}`} }\n`;

/** Everything that happens to one award, each step following at once on the one before. */
const life = (council: string): string =>
  step('programme-officer', 'RegisterOrganisation', `{ name: ${council}, type: district }`, `$${council}`) +
  step('programme-officer', 'Nominate', `{ round: $round, organisation: $${council}, title: Waste, source: open-call, partners: [] }`, `$${council}-bid`) +
  step('programme-officer', 'RecommendAward', `{ application: $${council}-bid }`, `$${council}-award`) +
  step('programme-manager', 'ApproveAward', `{ award: $${council}-award, ceiling: "£20,000.00", authority: { kind: delegated, body: lead-members, minute: "1" } }`) +
  step('programme-officer', 'ProposeAmount', `{ award: $${council}-award, amount: "£20,000.00" }`) +
  step('programme-officer', 'AgreeAmount', `{ award: $${council}-award, amount: "£20,000.00" }`) +
  step('programme-officer', 'OfferAgreement', `{ award: $${council}-award, document: MoA, acceptBy: "2012-08-01" }`) +
  step('programme-manager', 'SignAgreement', `{ award: $${council}-award, document: MoA }`) +
  step('finance-officer', 'AuthorisePayment', `{ award: $${council}-award, amount: "£20,000.00" }`, `$${council}-payment`) +
  step('payment-releaser', 'ReleasePayment', `{ payment: $${council}-payment }`) +
  step('finance-officer', 'SettlePayment', `{ payment: $${council}-payment, bankReference: BACS }`);

const office =
  step('finance-officer', 'OpenFund', '{ code: IMPROVEMENT, name: Improvement fund }') +
  step('finance-officer', 'SetBudget', '{ fund: IMPROVEMENT, financialYear: FY1213, amount: "£60,000.00" }') +
  step('secretary', 'RegisterBody', '{ code: board, name: Board, kind: board }') +
  step('secretary', 'RegisterBody', '{ code: lead-members, name: Lead Members, kind: members }') +
  step('secretary', 'Delegate', '{ from: board, to: lead-members, perAward: "£20,000.00", total: "£60,000.00", startsOn: "2012-01-01", minute: "1" }') +
  step('programme-manager', 'DefineProgramme', '{ code: FUTURE, name: Future, purpose: New ways, awardCeiling: "£20,000.00", instrument: deed }') +
  step('programme-manager', 'OpenRound', '{ programme: FUTURE, name: Spring, fund: IMPROVEMENT, financialYear: FY1213, allocation: "£60,000.00" }', '$round');

describe('steps that follow each other faster than the disk', () => {
  it('see what the ones before them did, limits that were just opened included', async () => {
    const { stage, store, clear } = await staged('demonstration', 'sqlite');
    const report = await play(playbook(office + life('Trafford') + life('Rushcliffe') + life('Amber')), stage);
    expect(report).toMatchObject({ played: 40 });
    expect(report.stopped).toBeUndefined();
    const settled = (await store.readAll({ after: 0, limit: 1000, types: ['PaymentSettled'] })).events;
    expect(settled.map(({ data }) => (data as { amount: unknown }).amount)).toEqual([gbp(2_000_000), gbp(2_000_000), gbp(2_000_000)]);
    await clear();
  });

  it('stop at the first one that is refused: nothing behind it is stored', async () => {
    const { stage, store, clear } = await staged('demonstration', 'sqlite');
    const report = await play(playbook(office + ['Trafford', 'Rushcliffe', 'Amber', 'Derby'].map(life).join('')), stage);
    // Sixty thousand is the whole round: the fourth award finds nothing left.
    expect(report).toMatchObject({ played: 43, stopped: { command: 'ApproveAward', reason: expect.stringContaining('(delegation-is-used-up)') } });
    expect((await store.readAll({ after: 0, limit: 1000, types: ['AmountProposed'] })).events).toHaveLength(3);
    await clear();
  });

  it('are found again, one by one, when they are played again', async () => {
    const { stage, root, clear } = await staged('demonstration', 'sqlite');
    const book = playbook(office + life('Trafford') + life('Rushcliffe'));
    await play(book, stage);
    const before = await root();
    expect(await play(book, stage)).toMatchObject({ played: 0, repeated: 29 });
    expect(await root()).toBe(before);
    await clear();
  });
});
