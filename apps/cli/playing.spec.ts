import { writeFileSync } from 'node:fs';
import { liveOffice } from './testing/live-office.js';
import { desk } from './testing/typed.js';

const fund = '{"on":"2012-04-02","by":"finance-officer","do":"OpenFund","with":{"code":"IMPROVEMENT","name":"Improvement fund"}}';
const budget = (amount: string): string => `{"on":"2012-04-02","by":"finance-officer","do":"SetBudget","with":{"fund":"IMPROVEMENT","financialYear":"FY1213","amount":"${amount}"}}`;

let office = desk();
beforeEach(() => (office = desk()));
afterEach(() => office.clear());

interface Entry {
  readonly on: string;
  readonly recordedAt: string;
  readonly recordedLate: boolean;
  readonly actor: string;
}

describe('history that is brought in', () => {
  const bringsIn = { 'person:history-finance-officer': 'finance-officer' };

  it('is brought in by people who hold the roles, and the stop says how they are granted', async () => {
    const { exit, out } = await office.typeWith(fund, 'play', '-');
    expect(exit).toBe(1);
    expect(out).toContain('Nobody is registered as person:history-finance-officer. An administrator registers them with RegisterPerson and grants the role with GrantRole');
    await liveOffice(office, bringsIn);
    expect((await office.typeWith(fund, 'play', '-')).exit).toBe(0);
  });

  it('is piped into a live log as JSON Lines, keeps the time of recording, and says that it was recorded late', async () => {
    await liveOffice(office, bringsIn);
    expect(await office.typeWith(`${fund}\n${budget('£100.00')}\n`, 'play', '-')).toMatchObject({ exit: 0, out: expect.stringContaining('standard-input: 2 steps; 2 played') });
    const { entries } = (await office.type('history', 'IMPROVEMENT', '--json')).json<{ entries: readonly Entry[] }>();
    expect(entries.map(({ on, recordedLate, actor }) => [on, recordedLate, actor])).toEqual(Array(2).fill(['2012-04-02', true, 'person:history-finance-officer']));
    expect(entries[0]?.recordedAt.slice(0, 4)).not.toBe('2012');
    expect((await office.type('history', 'IMPROVEMENT', '--known-at', '2012-12-31')).exit).toBe(1);
  });

  it('comes in several files, one after the other, and stops with the first that stops', async () => {
    await liveOffice(office, bringsIn);
    writeFileSync(office.path('2011.jsonl'), fund);
    writeFileSync(office.path('2012.jsonl'), `{"playbook":"2012"}\n${fund.replace('Improvement fund', 'Another')}`);
    writeFileSync(office.path('2013.jsonl'), budget('£1.00'));
    const files = ['2011', '2012', '2013'].map((year) => office.path(`${year}.jsonl`));
    const { exit, out } = await office.type('play', ...files);
    expect(exit).toBe(1);
    expect(out).toContain('2012.jsonl:2, OpenFund: There is a fund IMPROVEMENT already: Improvement fund (code-is-taken)');
    expect(out).toContain('then play it again: what was played is not played twice');
    expect(out).not.toContain('2013.jsonl');
  });

  it('needs a person in a live log for what is typed by hand', async () => {
    await liveOffice(office, { ...bringsIn, 'person:4f7c': 'finance-officer' });
    await office.typeWith(fund, 'play', '-');
    const words = ['run', 'SetBudget', '--fund', 'IMPROVEMENT', '--financial-year', 'FY1213', '--amount', '£100.00', '--by', 'finance-officer'];
    expect(await office.type(...words)).toMatchObject({ exit: 2, err: expect.stringContaining('This log is live, so say who acts: --actor person:4f7c') });
    expect(await office.type(...words, '--actor', 'person:5e8d')).toMatchObject({ exit: 1, out: expect.stringContaining('Nobody is registered as person:5e8d') });
    expect((await office.type(...words, '--actor', 'person:4f7c')).exit).toBe(0);
    expect(await office.type(...words, '--actor', 'person:4f7c', '--recorded', '2012-04-02')).toMatchObject({ exit: 2, out: expect.stringContaining('Only a demonstration takes its clock from a playbook') });
    expect(await office.type(...words, '--actor', 'person:4f7c', '--on', '2999-01-01')).toMatchObject({ exit: 2, out: expect.stringContaining('has not come yet') });
  });
});

describe('a playbook that is only read', () => {
  it('plays nothing and makes no log', async () => {
    writeFileSync(office.path('spring.jsonl'), fund);
    expect(await office.type('play', office.path('spring.jsonl'), '--only-read')).toMatchObject({ exit: 0, out: expect.stringContaining('1 step, nothing wrong') });
    expect((await office.type('check')).exit).toBe(3);
  });

  it('tells all that is wrong in all its lines, as text and as JSON', async () => {
    writeFileSync(office.path('spring.jsonl'), `${budget('£1')}\n${budget('1 pound')}\n${budget('£1.005')}`);
    const typed = await office.type('play', office.path('spring.jsonl'));
    expect(typed).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('Nothing was played, because this must be mended first:') });
    const { error } = (await office.type('play', office.path('spring.jsonl'), '--json')).json<{ error: { problems: readonly { line: number }[] } }>();
    expect(error.problems.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('of ten megabytes is refused', async () => {
    writeFileSync(office.path('huge.yaml'), '# much\n'.repeat(1_500_000));
    expect(await office.type('play', office.path('huge.yaml'))).toMatchObject({ exit: 2, err: expect.stringContaining('above the limit of 5242880. Split it into several files') });
  });
});

describe('a demonstration', () => {
  it('is begun at the time of its first step and can be looked at as it was known', async () => {
    await office.typeWith(`${fund}\n${budget('£5.00').replace('2012-04-02', '2012-05-02')}`, 'play', '-', '--demonstration');
    expect((await office.type('history', 'IMPROVEMENT', '--known-at', '2012-04-30', '--json')).json<{ entries: readonly unknown[] }>().entries).toHaveLength(1);
    const { entries } = (await office.type('history', 'IMPROVEMENT', '--json')).json<{ entries: readonly { readonly position: number }[] }>();
    const [first, last] = [entries.at(0)?.position, entries.at(-1)?.position];
    expect((await office.type('history', 'IMPROVEMENT', '--known-at', `@${first}`, '--json')).json<{ entries: readonly unknown[] }>().entries).toHaveLength(1);
    expect((await office.type('history', 'IMPROVEMENT', '--known-at', `@${last}`, '--json')).json<{ entries: readonly unknown[] }>().entries).toHaveLength(2);
  });

  it('takes what is typed by hand at the day that is said', async () => {
    await office.typeWith(fund, 'play', '-', '--demonstration');
    const words = ['run', 'SetBudget', '--fund', 'IMPROVEMENT', '--financial-year', 'FY1213', '--amount', '£100.00', '--by', 'finance-officer', '--on', '2012-05-01', '--recorded', '2012-06-01T09:00'];
    expect((await office.type(...words)).exit).toBe(0);
    const { entries } = (await office.type('history', 'IMPROVEMENT', '--json')).json<{ entries: readonly Entry[] }>();
    expect(entries.at(-1)).toMatchObject({ on: '2012-05-01', recordedAt: '2012-06-01T08:00:00.000Z', recordedLate: true, actor: 'person:demo-finance-officer' });
  });

  it('says what is recorded later than the playbook says, because time in a log never goes backwards', async () => {
    await office.typeWith(fund.replace('2012-04-02', '2012-09-01'), 'play', '-', '--demonstration');
    expect((await office.typeWith(`{"playbook":"late"}\n${budget('£1.00')}`, 'play', '-')).out).toContain('1 are recorded later than the playbook says');
  });
});
