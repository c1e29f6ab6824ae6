import { gbp, toCode, toDate, toPerson, toReference, type Happened } from '#kernel';
import { awardEvents } from '#domain/awards';
import { daysLogEvents } from '#domain/support';
import type { JournalLine } from '#views/ledgers';
import { asCsv } from '../../libs/views/ledgers/journal/as-csv.js';
import { asPlainText } from '../../libs/views/ledgers/journal/as-plain-text.js';
import { available, daysAt } from '../../libs/views/ledgers/places.js';
import { balanced, moveDays, type Transaction } from '../../libs/views/ledgers/posting.js';
import * as days from '../../libs/views/ledgers/postings/days.js';

const award = toReference('AW', 'AW-2014-001');
const recipient = { recipient: toReference('OR', 'OR-2014-001'), recipientName: 'Oxford City Council' };
const about = { award, programme: toCode('GROWTH'), ...recipient };
const budget = { fund: toCode('GROWTH'), financialYear: 'FY1314', round: toReference('RD', 'RD-2013-001') };
const authority = { kind: 'board', decision: toReference('DC', 'DC-2014-001'), body: toCode('board'), meeting: 'January', item: '1', minute: '1' } as const;

/** An event as the view is given it. */
const happened = <Data>(data: Data): Happened<Data> => ({
  data, type: '', stream: `award-${award}`, category: 'award', ref: award, version: 1, id: '', position: 1, recordedAt: '', on: toDate('2014-01-21'), meta: {},
});
const moves = (transaction: Transaction) => balanced(transaction).map(({ place, amountMinor }) => [place.path, amountMinor]);

describe('A ledger of days', () => {
  const approved = awardEvents.AwardApproved({ ...recipient, budget, programme: about.programme, title: 'Growth', ceiling: gbp(0), days: 1_400, verb: 'approved', decidedBy: toCode('board'), decidedByName: 'Board', authority });
  const logged = daysLogEvents.DaysLogged({ ...about, number: 1, days: 450, workedOn: toDate('2014-02-14'), what: 'Prospectus', left: 950, loggedBy: toPerson('officer') });
  const corrected = daysLogEvents.DaysCorrected({ ...about, number: 1, days: 50, left: 1_000, reason: 'Half a day less' });
  const closed = awardEvents.AwardClosed({ ...recipient, budget, released: gbp(0), returnedTo: 'round', daysReleased: 1_000 });

  test('an approval gives days, which are worked, taken back and given back, and nothing is lost on the way', () => {
    expect(moves(days.AwardApproved(happened(approved.data)))).toEqual([['D:Ceiling:AW-2014-001', 1_400], ['D:Left:AW-2014-001', -1_400]]);
    expect(moves(days.DaysLogged(happened(logged.data)))).toEqual([['D:Left:AW-2014-001', 450], ['D:Logged:AW-2014-001', -450]]);
    expect(moves(days.DaysCorrected(happened(corrected.data)))).toEqual([['D:Logged:AW-2014-001', 50], ['D:Left:AW-2014-001', -50]]);
    expect(moves(days.AwardClosed(happened(closed.data)))).toEqual([['D:Left:AW-2014-001', 1_000], ['D:Ceiling:AW-2014-001', -1_000]]);
    const { daysReleased: _, ...unused } = closed.data;
    expect(moves(days.AwardClosed(happened(unused)))).toEqual([]);
  });

  test('days never balance money, and a day that is out is told in days', () => {
    const [debit, credit] = moveDays(daysAt(award, 'Ceiling'), daysAt(award, 'Left'), 1_450, 'days-approved');
    if (!debit || !credit) throw new Error('Two lines were expected');
    expect(() => balanced([debit])).toThrow('do not balance: D is out by 14.5 days');
    expect(() => balanced([debit, { ...credit, place: available(budget) }])).toThrow('D is out by 14.5 days');
    expect(() => balanced([{ ...debit, amountMinor: 0.5 }, credit])).toThrow('not a whole number of hundredths');
  });
});

describe('A journal with days in it', () => {
  const line = (unit: 'GBP' | 'DAY', account: string, amountMinor: number): JournalLine => ({
    position: 7, line: 1, recordedAt: '2014-02-14T10:00:00.000Z', effectiveOn: '2014-02-14', isLate: false, ledger: account.slice(0, 1), account, accountName: account, unit, amountMinor, balanceMinor: amountMinor,
    code: 'days-logged', what: 'Days worked', subject: award, origin: award,
  });
  const lines = [line('GBP', 'B:Spent:AW-2014-001:FY1314', -150_000), line('DAY', 'D:Logged:AW-2014-001', -450)];
  const heading = { origin: 'a-test', kind: 'live', position: 7, knownAt: 'now', lines: 2, debitsMinor: 0, creditsMinor: 150_000, debitsInDays: 0, creditsInDays: 450 };

  test('has columns of their own for days, so that whoever sums a column sums one thing', async () => {
    const head = String(await asCsv.begin(heading, () => Promise.resolve([]))).trim().split('\r\n').at(-1)?.replace(/"[^"]*"/g, 'Balance').split(',') ?? [];
    const rows = asCsv.page(lines, heading, true).trim().split('\r\n').map((row) => row.split(','));
    const cells = (title: string) => rows.map((row) => row[head.indexOf(title)]);
    expect([cells('Credit (£)'), cells('Credit (days)'), cells('Debit (£)'), cells('Debit (days)')]).toEqual([['1500.00', ''], ['', '4.50'], ['', ''], ['', '']]);
    expect(cells('Event of')).toEqual([award, award]);
  });

  test('is of two commodities for hledger, which adds up each by itself', async () => {
    expect(await asPlainText.begin({ ...heading, debitsInDays: 450 }, () => Promise.resolve([]))).toContain('commodity DAY');
    expect(asPlainText.page(lines, heading, true)).toMatch(/-1500\.00 GBP = -1500\.00 GBP\n.*-4\.50 DAY = -4\.50 DAY/);
  });
});
