import type { QuestionDeclaration } from '#kernel';
import { exported, journal, ledgerViews, type ExportOf, type JournalFormatName } from '#views/ledgers';
import { readAsOf, type AnyQuestion } from '#platform/view-store';
import { OpenedViews } from '../../libs/platform/view-store/testing/opened-views.js';
import { aFullLife, file } from './lived.js';

describe('The journal for other programs', () => {
  let opened: OpenedViews;
  beforeEach(() => {
    opened = new OpenedViews();
  });
  afterEach(() => opened.close());

  async function written(format: JournalFormatName, { account, day }: { readonly account?: string; readonly day?: string } = {}): Promise<string> {
    const store = opened.log();
    const position = await file(store, await aFullLife(), 0, (on) => (on === '2012-05-01' ? '2012-05-03T10:00:00.000Z' : `${on}T10:00:00.000Z`));
    const views = await opened.started({ store, views: ledgerViews });
    const read = day === undefined ? undefined : await readAsOf(day, store);
    const asOf = read?.ok === true ? read.asOf : undefined;
    const ask = async <Input extends object, Answer, Db>(question: QuestionDeclaration<Input, Answer, Db>, input: object): Promise<Answer> => {
      const small = question.name === journal.name ? { ...input, size: 7 } : input; // many pages
      const came = await views.ask(question as unknown as AnyQuestion<Input, Answer>, small, { knownAt: position, ...(asOf && question.takesAsOf ? { asOf } : {}) });
      if (came.outcome === 'invalid') throw new Error(JSON.stringify(came.problems));
      return came.answer;
    };
    const of: ExportOf = { origin: 'test/log', kind: 'demonstration', position, knownAt: 'now', ...(account === undefined ? {} : { account }), ...(day === undefined ? {} : { asOf: day }) };
    let text = '';
    for await (const piece of exported(format, of, ask)) {
      expect(piece === '' || piece.endsWith('\n')).toBe(true);
      text += piece;
    }
    return text;
  }
  const cellsOf = (line: string): readonly string[] => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const inPence = (amount = ''): number => Math.round(Number(amount) * 100);

  test('as CSV says what it is, how many rows it has and what they come to, and then has just those', async () => {
    const [heading = '', rows = ''] = (await written('csv')).split('\r\n\r\n');
    const said = Object.fromEntries(heading.split('\r\n').map((line) => line.split(',') as [string, string]));
    expect(said).toMatchObject({ 'Journal of': 'test/log (demonstration)', Account: 'all', 'As known at': 'now', 'As of': 'any day' });
    const [titles = '', ...lines] = rows.trimEnd().split('\r\n');
    const cells = lines.map(cellsOf);
    const column = (title: string): number => cellsOf(titles).indexOf(title);
    expect(lines).toHaveLength(Number(said['Rows']));
    const sum = (title: string): number => cells.reduce((total, line) => total + inPence(line[column(title)] || '0'), 0);
    expect([sum('Debit (£)'), sum('Credit (£)')]).toEqual([inPence(said['Debits (£)']), inPence(said['Credits (£)'])]);
    expect(sum('Debit (£)')).toBe(sum('Credit (£)'));
    expect(lines[0]).toMatch(/^\d+,1,2012-05-03T10:00:00.000Z,2012-05-01,yes,B,B:Authority:Original:IMPROVEMENT:FY1213,/);
  });

  test('as JSON is one document of the same rows; of one account, only that account’s', async () => {
    const whole = JSON.parse(await written('json')) as { readonly lines: number; readonly rows: readonly { readonly account: string; readonly amountMinor: number }[] };
    expect(whole).toMatchObject({ origin: 'test/log', account: null, asOf: null });
    expect(whole.rows).toHaveLength(whole.lines);
    expect(whole.rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(0);
    await opened.close();
    opened = new OpenedViews();
    const one = JSON.parse(await written('json', { account: 'B:Agreed' })) as typeof whole;
    expect(one.rows).toEqual(whole.rows.filter(({ account }) => account.startsWith('B:Agreed:')));
    expect(one.rows.length).toBeGreaterThan(3);
  });

  test('as of a day has only what took effect by then, and no running balances that lines left out would make wrong', async () => {
    const { rows, lines } = JSON.parse(await written('json', { day: '2012-05-02' })) as { readonly lines: number; readonly rows: readonly { readonly effectiveOn: string; readonly balanceMinor?: number }[] };
    expect(rows).toHaveLength(lines);
    expect(rows.every(({ effectiveOn, balanceMinor }) => effectiveOn <= '2012-05-02' && balanceMinor === undefined)).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('as plain text every transaction balances and every asserted balance is the sum of what came before, in the order of its dates', async () => {
    const text = await written('journal');
    const [head = '', ...transactions] = text.trimEnd().split(/\n\n+/);
    const declared = new Set([...head.matchAll(/^account (\S+)$/gm)].map(([, path]) => path));
    const held = new Map<string, number>();
    const units = new Set<string>();
    let before = '';
    for (const transaction of transactions) {
      const [first = '', event, effective, ...postings] = transaction.split('\n');
      expect([event, effective]).toEqual([expect.stringMatching(/^ {4}; event: \d+$/), expect.stringMatching(/^ {4}; effective: \d{4}-\d\d-\d\d/)]);
      expect(first >= before.slice(0, 10)).toBe(true);
      before = first;
      const sums = new Map<string, number>();
      for (const posting of postings) {
        const [, path = '', amount, unit = '', balance] = /^ {4}(\S+) +(-?\d+\.\d\d) (GBP|DAY) = (-?\d+\.\d\d) \3$/.exec(posting) ?? [];
        expect(declared).toContain(path);
        units.add(unit);
        sums.set(unit, (sums.get(unit) ?? 0) + inPence(amount));
        held.set(path, (held.get(path) ?? 0) + inPence(amount));
        expect([posting, held.get(path)]).toEqual([posting, inPence(balance)]);
      }
      expect([first, [...sums.values()].filter((sum) => sum !== 0)]).toEqual([first, []]);
    }
    expect(transactions.length).toBeGreaterThan(20);
    expect([...units].sort()).toEqual(['DAY', 'GBP']);
  });
});
