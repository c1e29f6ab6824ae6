import Database from 'better-sqlite3';
import { addDays, readInput, toDate, toPerson } from '#kernel';
import { commands } from '#domain';
import { examineLedger, ledgerBuckets, ledgerViews, trialBalance } from '#views/ledgers';
import { limitFindings } from '../../libs/attendance/examination/limit-findings.js';
import { OpenedViews } from '../../libs/platform/view-store/testing/opened-views.js';
import { drawInput } from '../contracts/domain/inputs.js';
import { numbersFrom } from '../contracts/domain/numbers-from.js';
import { Office } from '../contracts/domain/office.js';
import { bucketsOfEvents, bucketsOfLimits } from '../contracts/domain/tie.js';
import { answerOf, file } from './lived.js';
import { naiveBalances } from './naive-model.js';

const nobodyElse = { kind: 'delegated', body: 'members', minute: '1' };
const award = (n: number): string => `AW-2012-00${n}`;

/** Runs a command and says, where it was refused, by what name. Limits and events tell the same after each. */
async function does(office: Office, name: string, input: object, by: string, on: string): Promise<string> {
  const command = commands.find((each) => each.name === name);
  const reading = command && readInput(command.input, input);
  if (!command || !reading?.ok) throw new Error(`${name} was written wrongly: ${JSON.stringify(reading)}`);
  const came = await office.run(command, reading.value, { actor: toPerson(by), role: 'anyone', on: toDate(on) });
  expect(bucketsOfEvents(office.log)).toEqual(bucketsOfLimits(office));
  return came.outcome === 'refused' ? came.refusal.name : came.outcome;
}

/** Two awards of a scheme whose cost is spread over two years, with a trust beside it, and one with a later year that waits for approval. */
async function twoSchemes(): Promise<Office> {
  const office = await Office.founded();
  const step = async (name: string, input: object, by = 'manager', on = '2012-05-01'): Promise<void> => {
    const came = await does(office, name, input, by, on);
    if (came !== 'decided') throw new Error(`${name} was ${came}`);
  };
  for (const code of ['FUND', 'TRUST']) await step('OpenFund', { code, name: code });
  for (const [fund, financialYear] of [['FUND', 'FY1213'], ['FUND', 'FY1314'], ['TRUST', 'FY1213']]) await step('SetBudget', { fund, financialYear, amount: '£50,000.00' });
  for (const [code, kind] of [['board', 'board'], ['members', 'members']]) await step('RegisterBody', { code, name: code, kind });
  await step('Delegate', { from: 'board', to: 'members', perAward: '£60,000.00', total: '£900,000.00', startsOn: '2012-05-01', minute: '1' });
  await step('DefineProgramme', { code: 'PROG', name: 'Programme', purpose: 'To try', awardCeiling: '£20,000.00', instrument: 'deed' });
  const cash = { support: [{ kind: 'cash' }], money: { kind: 'ceiling', upTo: '£20,000.00' } };
  const spread = { kind: 'spread', parts: [{ financialYear: 'FY1213', per: 50 }, { financialYear: 'FY1314', per: 50 }], carryForward: 'under-authority' };
  const schemes = [
    { ...cash, years: spread, otherFunds: [{ fund: 'TRUST', financialYear: 'FY1213', per: 40 }], caps: [{ kind: 'money', most: '£40,000.00', within: 'programme', counting: 'partners' }] },
    { ...cash, years: { kind: 'later', later: [{ financialYear: 'FY1314', upTo: '£10,000.00' }], subjectTo: 'the budget', lapsesOn: '2013-03-31' } },
  ];
  for (const scheme of schemes) await step('OpenRound', { programme: 'PROG', name: 'Round', fund: 'FUND', financialYear: 'FY1213', allocation: '£20,000.00', scheme });
  for (const [n, name] of ['Selby', 'Ryedale', 'Craven'].entries()) {
    await step('RegisterOrganisation', { name, type: 'district' });
    const round = n < 2 ? 'RD-2012-001' : 'RD-2012-002';
    await step('Nominate', { round, organisation: `OR-2012-00${n + 1}`, title: `Work of ${name}`, source: 'open-call', partners: [] }, 'officer');
    await step('RecommendAward', { application: `AP-2012-00${n + 1}` }, 'officer');
    await step('ApproveAward', { award: award(n + 1), ceiling: '£9,999.99', authority: nobodyElse });
    await step('ProposeAmount', { award: award(n + 1), amount: n === 0 ? '£9,000.01' : '£9,999.99' }, 'officer');
    await step('AgreeAmount', { award: award(n + 1), amount: n === 0 ? '£9,000.01' : '£9,999.99' }, 'officer');
    await step('OfferAgreement', { award: award(n + 1), document: 'Deed', acceptBy: '2012-07-31' });
  }
  for (const n of [1, 3]) await step('SignAgreement', { award: award(n), document: 'Deed' }, 'manager', '2012-06-01');
  return office;
}

describe('The ledger of awards from several budget lines', () => {
  const kept: OpenedViews[] = [];
  afterEach(async () => {
    for (const each of kept.splice(0)) await each.close();
  });

  /** A ledger of its own for each look: one and the same file keeps the views of one log. */
  async function ledgerOf(office: Office) {
    const opened = new OpenedViews();
    kept.push(opened);
    const store = opened.log();
    await file(store, office);
    const views = await opened.started({ store, views: ledgerViews });
    const balances = (await answerOf(views, trialBalance, {}, {})).flatMap(({ accounts }) => accounts).filter(({ balanceMinor }) => balanceMinor !== 0);
    const breaches = (await answerOf(views, examineLedger, {}, {})).flatMap(({ name, breaches: found }) => found.map(({ where, what }) => `${name} ${where}: ${what}`));
    expect((await limitFindings(store)).findings).toEqual([]);
    return { held: Object.fromEntries(balances.map(({ account, balanceMinor }) => [account, balanceMinor])), buckets: await answerOf(views, ledgerBuckets, {}, {}), breaches };
  }
  async function mustTie(office: Office): Promise<Readonly<Record<string, number>>> {
    const { held, buckets, breaches } = await ledgerOf(office);
    expect(breaches).toEqual([]);
    expect(buckets).toEqual(bucketsOfLimits(office));
    expect(held).toEqual(naiveBalances(office.log));
    return held;
  }

  it('keeps a later year out of the budget until it is confirmed, and then within it', async () => {
    const office = await twoSchemes();
    const before = await mustTie(office);
    expect([before['P:Conditional'], before['B:Agreed']]).toEqual([-1_000_000, -(900_001 + 999_999)]);
    await does(office, 'ConfirmTranche', { award: award(3), number: 1, amount: '£8,000.00', authority: nobodyElse }, 'manager', '2013-02-01');
    const after = await mustTie(office);
    expect([after['P:Conditional'], after['B:Agreed']]).toEqual([undefined, -(900_001 + 999_999 + 800_000)]);
  });

  it.each([
    ['DeclineTranche', { reason: 'No money' }, '2013-03-01'],
    ['LapseTranche', {}, '2013-04-01'],
  ])('%s takes it out of what is named, and the budget stays', async (name, said, on) => {
    const office = await twoSchemes();
    const { 'P:Conditional': _, 'P:FutureAuthority': __, ...budget } = await mustTie(office);
    expect(await does(office, name, { award: award(3), number: 1, ...said, ...(name === 'DeclineTranche' ? { authority: nobodyElse } : {}) }, 'manager', on)).toBe('decided');
    expect(await mustTie(office)).toEqual(budget);
  });

  it('carries money forward, pays from every line, cancels and closes to the penny', async () => {
    const office = await twoSchemes();
    const step = async (name: string, input: object, by: string, on: string): Promise<void> => expect([name, await does(office, name, input, by, on)]).toEqual([name, 'decided']);
    const settle = async (payment: string): Promise<void> => {
      await step('ReleasePayment', { payment }, 'releaser', '2013-05-01');
      await step('SettlePayment', { payment, bankReference: payment }, 'finance', '2013-05-01');
    };
    await step('CarryForward', { award: award(1), from: 0, financialYear: 'FY1314', amount: '£1,000.00', reason: 'Late', authority: nobodyElse }, 'manager', '2013-03-01');
    for (const [i, tranche] of [undefined, 1, 2, 3].entries()) {
      await step('AuthorisePayment', { award: award(1), amount: '£500.01', ...(tranche === undefined ? {} : { tranche }) }, 'finance', '2013-05-01');
      await settle(`PY-2013-00${i + 1}`);
    }
    await step('AuthorisePayment', { award: award(1), amount: '£100.00', tranche: 2 }, 'finance', '2013-05-02');
    await step('ReturnPayment', { payment: 'PY-2013-001', reason: 'account-closed' }, 'finance', '2013-05-02');
    await step('CancelPayment', { payment: 'PY-2013-001', reason: 'Not due' }, 'finance', '2013-05-02');
    await step('CancelPayment', { payment: 'PY-2013-005', reason: 'Not due' }, 'finance', '2013-05-02');
    await mustTie(office);
    await step('CloseAward', { award: award(1) }, 'manager', '2014-03-31');
    await step('WithdrawAward', { award: award(2), reason: 'Merged', withdrawnBy: 'recipient' }, 'manager', '2014-03-31');
    const held = await mustTie(office);
    expect([held['B:Spent'], held['B:CarriedOut'], held['B:Agreed']]).toEqual([-3 * 50_001, -100_000, -999_999]);
  });

  it('finds what was carried out of one fund and into another', async () => {
    const office = await twoSchemes();
    const on = '2013-03-01';
    expect(await does(office, 'CarryForward', { award: award(1), from: 0, financialYear: 'FY1314', amount: '£1,000.00', reason: 'Late', authority: nobodyElse }, 'manager', on)).toBe('decided');
    const opened = new OpenedViews();
    kept.push(opened);
    const store = opened.log();
    await file(store, office);
    const views = await opened.started({ store, views: ledgerViews });
    await views.caughtUp();
    const db = new Database(opened.file());
    const { changes } = db.prepare("UPDATE ledger__3_1_postings SET fund = 'TRUST' WHERE code = 'carried-forward' AND financial_year = 'FY1314'").run();
    db.close();
    expect(changes).toBe(2);
    const found = (await answerOf(views, examineLedger, {}, {})).flatMap(({ name, breaches }) => (name === 'B1' ? breaches.map(({ what }) => what) : []));
    expect(found).toEqual(['of FUND, FY1213 was carried into nothing, and the two differ by -100000 pence', 'of TRUST, nothing was carried into FY1314, and the two differ by 100000 pence']);
  });

  it('a payment that comes back after the award has ended goes to the fund of its line', async () => {
    const office = await twoSchemes();
    const on = '2013-05-01';
    await does(office, 'AuthorisePayment', { award: award(1), amount: '£500.01', tranche: 2 }, 'finance', on);
    await does(office, 'ReleasePayment', { payment: 'PY-2013-001' }, 'releaser', on);
    await does(office, 'SettlePayment', { payment: 'PY-2013-001', bankReference: '1' }, 'finance', on);
    await does(office, 'CloseAward', { award: award(1) }, 'manager', on);
    await does(office, 'ReturnPayment', { payment: 'PY-2013-001', reason: 'account-closed' }, 'finance', on);
    expect(await does(office, 'CancelPayment', { payment: 'PY-2013-001', reason: 'Closed' }, 'finance', on)).toBe('decided');
    const held = await mustTie(office);
    expect(held['B:Spent']).toBeUndefined();
  });

  it.each([1, 2, 3])('ties through any life of such awards (%d)', async (seed) => {
    const office = await twoSchemes();
    const below = numbersFrom(seed);
    const pick = <Value>(of: readonly Value[]): Value => of[below(of.length)] as Value;
    const drawn = commands.filter(({ name }) => /Tranche|CarryForward|Payment|Settlement|Amount|Agreement|ApproveAward|RecommendAward|Nominate|WithdrawAward|CloseAward|LapseOffer|TransferAward|Partner$|CloseRound/.test(name));
    const likely: Readonly<Record<string, () => unknown>> = {
      award: () => award(1 + below(3)), number: () => 1 + below(4), tranche: () => 1 + below(4), from: () => below(4), authority: () => nobodyElse, financialYear: () => pick(['FY1314', 'FY1415']), fund: () => pick(['FUND', 'TRUST']),
      amount: () => pick(['£0.01', '£1,234.56', '£500.01', '£5,000.00', '£9,999.99']), ceiling: () => pick(['£3,333.33', '£9,999.99']), acceptBy: () => '2015-01-01',
    };
    const references = (prefix: string): readonly string[] => office.issued.filter((ref) => ref.startsWith(prefix));
    const done = new Set<string>();
    for (let step = 0; step < 1_500; step += 1) {
      const command = pick(drawn);
      // Awards end rarely, or few would live to carry money forward.
      if (/Withdraw|Close|LapseOffer/.test(command.name) && step < 1_200) continue;
      const input = drawInput(command.input, { below, references, likely: (key) => likely[key]?.() });
      const on = addDays(toDate('2012-06-01'), Math.floor(step / 3));
      const came = await does(office, command.name, input, pick(['officer', 'manager', 'finance', 'releaser']), on);
      if (came === 'decided') done.add(command.name);
    }
    await mustTie(office);
    expect(['CarryForward', 'AuthorisePayment', 'SettlePayment', 'TransferAward', 'AddPartner'].filter((name) => !done.has(name))).toEqual([]);
  }, 120_000);
});
