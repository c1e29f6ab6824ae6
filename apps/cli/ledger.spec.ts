import { fileURLToPath } from 'node:url';
import { desk, type Typed } from './testing/typed.js';

const office = desk();
const playbook = fileURLToPath(new URL('../../infra/demonstration/future-councils.yaml', import.meta.url));
beforeAll(async () => {
  expect((await office.type('play', playbook, '--demonstration')).exit).toBe(0);
});
afterAll(() => office.clear());

describe('tally ledger', () => {
  const approved = (typed: Typed): number | undefined =>
    typed.json<{ ledgers: readonly { accounts: readonly { account: string; balanceMinor: number }[] }[] }>().ledgers.flatMap(({ accounts }) => accounts).find(({ account }) => account === 'B:Approved')?.balanceMinor;

  it('answers what was known, what was so, and both together', async () => {
    expect(approved(await office.type('ledger', '--known-at', '2012-06-13', '--json'))).toBe(-4_000_000);
    expect(approved(await office.type('ledger', '--as-of', '2012-06-13', '--json'))).toBe(-4_000_000);
    expect(approved(await office.type('ledger', '--as-of', '2012-06-13', '--known-at', '2012-06-12', '--json'))).toBeUndefined();
    const { out } = await office.type('ledger', '--as-of', '2012-06-13');
    expect(out).toContain('as known now, as of 13 June 2012 (demonstration)');
    expect((await office.type('ledger', '--as-of', 'yesterday')).err).toContain('--as-of: "yesterday" is not a date that exists. Write a day like 2012-06-13');
  });

  it('gives every posting for other programs, and says which formats there are', async () => {
    const csv = await office.type('ledger', '--format', 'csv');
    const [, rows = '0'] = /^Rows,(\d+)\r$/m.exec(csv.out) ?? [];
    expect(csv.out.split('\r\n\r\n')[1]?.trimEnd().split('\r\n')).toHaveLength(Number(rows) + 1);
    const json = (await office.type('ledger', '--format', 'json', '--account', 'B:Approved')).json<{ lines: number; rows: readonly { account: string }[] }>();
    expect(json.rows).toHaveLength(json.lines);
    expect(json.rows.every(({ account }) => account.startsWith('B:Approved:'))).toBe(true);
    const journal = await office.type('ledger', '--format', 'journal');
    expect(journal.out).toMatch(/^2012-06-13 \* \(E\d{6}\) Award approved, AW-2012-00\d$/m);
    expect(await office.type('ledger', '--format', 'pdf')).toMatchObject({ exit: 2, err: 'tally: There is no format "pdf". There are: csv, json, journal\n' });
    expect((await office.type('ledger', '--format', 'journal', '--account', 'B:Spent')).err).toContain('leave --account out, or take --format csv');
  });

  it('is checked law by law', async () => {
    const { exit, out } = await office.type('check');
    expect(exit).toBe(0);
    for (const law of ['ledger I1:', 'ledger I2:', 'ledger I3:', 'ledger I4:', 'ledger I7:', 'ledger I12:', 'ledger I13:', 'ledger I14:', 'ledger I16:', 'ledger I18:', 'ledger I19:', 'ledger S1:', 'record I18:', 'record I22:']) {
      expect(out).toContain(`  checked: ${law} `);
    }
  });
});
