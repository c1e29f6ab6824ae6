import { readFileSync, writeFileSync } from 'node:fs';
import { liveOffice } from '../../apps/cli/testing/live-office.js';
import { desk, type Typed } from '../../apps/cli/testing/typed.js';
import { onEveryStore } from './on-every-store.js';

const book = 'infra/demonstration/future-councils.yaml';
const written = readFileSync(book, 'utf8');

interface Check {
  readonly outcome: string;
  readonly log: { readonly events: number; readonly root: string; readonly kind: string };
}
interface Played {
  readonly playbooks: readonly { readonly played: number; readonly repeated: number; readonly refused: number; readonly skipped: readonly unknown[]; readonly stopped?: { readonly line: number; readonly reason: string } }[];
}

/** The playbook with a step put in before the first line that begins with these words. */
const with_ = (step: string, before: string): string => written.replace(before, `${step}\n  ${before}`);
const premature = `- on: "2012-06-25"
    by: programme-manager
    do: SignAgreement
    with: { award: $birmingham, document: "Too early" }`;
const putToBoard = '- on: "2012-06-25"\n    by: programme-officer\n    do: PutToBoard';

onEveryStore((stage, tellRoot, another) => {
  const office = desk(() => stage().settings);
  const check = async (at: ReturnType<typeof desk>): Promise<Check> => (await at.type('check', '--json')).json<Check>();
  const played = (typed: Typed) => typed.json<Played>().playbooks[0];
  const anotherDesk = async (): Promise<ReturnType<typeof desk>> => {
    const settings = await another();
    return desk(() => settings);
  };
  let first: Check;

  beforeAll(async () => {
    expect((await office.type('play', book, '--demonstration')).exit).toBe(0);
    first = await check(office);
  }, 60_000);
  afterAll(() => office.clear());

  describe('Future Councils, played', () => {
    it('goes into an empty log without a gap, and everything is in order', () => {
      expect(first).toMatchObject({ outcome: 'in-order', log: { kind: 'demonstration' } });
      expect(first.log.events).toBeGreaterThan(109);
    });

    it('says that it is a demonstration and that what was assumed is made up', async () => {
      const { out } = await office.type('play', book, '--demonstration');
      expect(out).toContain('It is a demonstration: what a playbook assumed is made up.');
      expect((await office.type('show', 'AW-2012-001', '--json')).json()).toMatchObject({ kind: 'demonstration' });
    });

    it('changes nothing when it is played a second time', async () => {
      const again = await office.type('play', book, '--demonstration', '--json');
      expect(played(again)).toMatchObject({ played: 0, repeated: 109, refused: 0 });
      expect(played(again)?.skipped).toHaveLength(6);
      expect(await check(office)).toEqual(first);
    });

    it('comes to the same root wherever it is kept', () => tellRoot(first.log.root));

    it('comes to the same root in another empty log', async () => {
      const other = await anotherDesk();
      expect(played(await other.type('play', book, '--demonstration', '--json'))).toMatchObject({ played: 109, repeated: 0, refused: 6 });
      expect((await check(other)).log.root).toBe(first.log.root);
      other.clear();
    });

    it('stops half-way at a step that is refused, keeps what was played, and continues without doubling', async () => {
      const other = await anotherDesk();
      writeFileSync(other.path('mended.yaml'), with_(premature, putToBoard));
      const stopped = await other.type('play', other.path('mended.yaml'), '--demonstration', '--json');
      const line = written.slice(0, written.indexOf(putToBoard)).split('\n').length;
      expect(stopped.exit).toBe(1);
      expect(played(stopped)).toMatchObject({ played: 27, stopped: { line, reason: 'This award is approved, and only an agreement that is on offer can be signed or lapse (agreement-is-not-offered)' } });
      expect((await check(other)).outcome).toBe('in-order');

      writeFileSync(other.path('mended.yaml'), written);
      expect(played(await other.type('play', other.path('mended.yaml'), '--demonstration', '--json'))).toMatchObject({ played: 82, repeated: 27 });
      expect((await check(other)).log.root).toBe(first.log.root);
      other.clear();
    });

    it('stores one more step, and only that, when one is put in later', async () => {
      const other = await anotherDesk();
      await other.type('play', book, '--demonstration');
      writeFileSync(other.path('more.yaml'), with_('- { on: "2012-06-25", by: programme-officer, do: RegisterOrganisation, with: { name: "A sixth council", type: district } }', putToBoard));
      expect(played(await other.type('play', other.path('more.yaml'), '--demonstration', '--json'))).toMatchObject({ played: 1, repeated: 109 });
      other.clear();
    });

    it('is not played into a live log, unless somebody says that it happened', async () => {
      const other = await anotherDesk();
      expect(await other.type('play', book)).toMatchObject({ exit: 2, err: expect.stringContaining('Begin one that says so with --demonstration') });
      await liveOffice(other, { 'person:history-finance-officer': 'finance-officer' });
      writeFileSync(other.path('fund.yaml'), '- { on: "2012-01-16", by: finance-officer, do: OpenFund, with: { code: IMPROVEMENT, name: Improvement fund } }\n');
      expect((await other.type('play', other.path('fund.yaml'))).exit).toBe(0);
      expect(await other.type('play', book)).toMatchObject({ exit: 2, err: expect.stringContaining('is live') });
      expect((await other.type('play', book, '--demonstration')).exit).toBe(2);
      other.clear();
    });
  });
});

describe('Future Councils, with a slip in it, is not begun', () => {
  it.each([
    ['a command that does not exist', 'do: SetMatchCondition', 'do: SetMatchConditions', 'There is no command "SetMatchConditions". Did you mean "SetMatchCondition"?'],
    ['a misspelt field', 'meeting: "Board of July 2012", item: $item, ask:', 'meting: "Board of July 2012", item: $item, ask:', 'There is no field "meting". Did you mean "meeting"?'],
    ['money without quotes', 'allocation: "£100,000.00"', 'allocation: £100,000.00', 'Money without quotes: YAML split £100,000.00 at its comma. Write "£100,000.00"'],
    ['three decimals', '"£20,000.01"', '"£20,000.011"', '"£20,000.011" has 3 decimal places. Money has two'],
    ['a float', '"£20,000.01"', '20000.01', 'Amount came as a number. Put money in quotes'],
    ['a day that does not exist', 'on: "2013-02-28"', 'on: "2013-02-29"', '"2013-02-29" is not a date that exists'],
    ['a name that nobody created', 'with: { round: $round }', 'with: { round: $rund }', 'Nobody created $rund before this step. Did you mean "$round"?'],
    ['YAML that does not parse', 'note: Scarborough has not', 'note: "Scarborough has not', 'This is not YAML'],
  ])('%s', async (_, right, wrong, message) => {
    const other = desk();
    const text = written.replace(right, wrong);
    expect(text).not.toBe(written);
    writeFileSync(other.path('slip.yaml'), text);
    const { exit, err } = await other.type('play', other.path('slip.yaml'), '--demonstration');
    expect(exit).toBe(2);
    expect(err).toContain(message);
    expect(err).toMatch(/slip\.yaml:\d+: /);
    expect((await other.type('check')).exit).toBe(3);
    other.clear();
  });
});
