import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { limitEvents } from '#domain/limits';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { desk } from './testing/typed.js';

const { LimitReduced } = limitEvents;
const office = desk();
afterAll(() => office.clear());
const copy = office.path('copy.db');

interface Check {
  readonly outcome: string;
  readonly log: { readonly root: string; readonly events: number };
  readonly findings: readonly { readonly where: string; readonly what: string }[];
}
const check = async (folder = office.data): Promise<{ readonly exit: number; readonly check: Check }> => {
  const { exit, json } = await office.type('check', '--json', '--data', folder);
  return { exit, check: json<Check>() };
};
const fund = (code: string): string => `- { on: "2012-04-02", by: finance-officer, do: OpenFund, with: { code: ${code}, name: "Fund ${code}" } }\n`;

/** The place of the second of the three funds, which are the last events of the log. */
const secondFund = async (): Promise<number> => (await check()).check.log.events - 1;

/** Changes a stored record behind the engine's back, as somebody with the file in hand could. */
function tamper(file: string): void {
  const database = new Database(file);
  database.exec('DROP TRIGGER events_are_never_updated'); // whoever holds the file can
  expect(database.prepare("UPDATE events SET record = replace(record, 'Fund B', 'Fund X') WHERE record LIKE '%Fund B%'").run().changes).toBe(1);
  database.close();
}

beforeAll(async () => {
  writeFileSync(office.path('funds.yaml'), ['A', 'B', 'C'].map(fund).join(''));
  await office.type('play', office.path('funds.yaml'), '--demonstration');
  expect((await office.type('backup', copy)).exit).toBe(0);
});

describe('a backup', () => {
  it('restores to a log with the same root, in order', async () => {
    const { json, exit } = await office.type('restore', copy, '--data', office.path('restored'), '--json');
    expect([exit, json<{ root: string }>().root]).toEqual([0, (await check()).check.log.root]);
    expect((await check(office.path('restored'))).check).toEqual((await check()).check);
    expect((await office.type('show', 'B', '--data', office.path('restored'))).out).toContain('Fund B');
  });

  it('never replaces a file', async () => {
    expect(await office.type('backup', copy)).toMatchObject({ exit: 2, err: expect.stringContaining('a backup never replaces a file') });
  });

  it('says so when its folder is not there', async () => {
    expect(await office.type('backup', office.path('not-mounted/copy.db'))).toMatchObject({ exit: 2, err: expect.stringContaining('There is no folder') });
  });

  it('never replaces a log that holds anything', async () => {
    expect(await office.type('restore', copy)).toMatchObject({ exit: 2, err: expect.stringContaining('what is stored is never replaced') });
    expect((await check()).exit).toBe(0);
  });

  it('that somebody changed is not restored, and the first bad event is named', async () => {
    await office.type('backup', office.path('changed.db'));
    tamper(office.path('changed.db'));
    const folder = office.path('not-restored');
    expect(await office.type('restore', office.path('changed.db'), '--data', folder)).toMatchObject({ exit: 1, err: expect.stringContaining(`event @${await secondFund()} the bytes are not those that were hashed`) });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not touched by restoring it', async () => {
    const before = readFileSync(copy);
    await office.type('restore', copy, '--data', office.path('again'));
    expect(readFileSync(copy).equals(before)).toBe(true);
  });

  it('of a log at an address restores to another address', async () => {
    const [events, backup] = [`memory:${office.path('elsewhere')}`, office.path('elsewhere.db')];
    expect(await office.type('restore', copy, '--to', events)).toMatchObject({ exit: 0, out: expect.stringContaining((await check()).check.log.root) });
    expect(await office.type('restore', copy, '--to', events)).toMatchObject({ exit: 2, err: expect.stringContaining('what is stored is never replaced') });
    expect((await office.type('backup', backup, '--from', office.data)).exit).toBe(0);
    expect((await office.type('restore', backup, '--to', `sqlite:${office.path('somewhere/log.db')}`)).exit).toBe(0);
    expect(readdirSync(office.path('somewhere'))).toEqual(['log.db']);
  });

  it('that is no log is not restored', async () => {
    writeFileSync(office.path('letter.db'), 'Dear Sir or Madam, '.repeat(100));
    expect((await office.type('restore', office.path('letter.db'), '--data', office.path('x'))).exit).toBe(3);
    expect(await office.type('restore', office.path('nowhere.db'))).toMatchObject({ exit: 2, err: expect.stringContaining('There is no file') });
  });

  it('takes the place of a log that was made and never used', async () => {
    mkdirSync(office.path('fresh'));
    writeFileSync(`${office.path('fresh')}/events.db`, '');
    expect((await office.type('restore', copy, '--data', office.path('fresh'))).exit).toBe(0);
  });
});

describe('a copy', () => {
  const root = async () => (await check()).check.log.root;

  it('is said before it is made, and then nothing is made', async () => {
    const to = office.path('said');
    const { json } = await office.type('copy', '--to', to, '--dry-run', '--json');
    expect(json<object>()).toMatchObject({ outcome: 'would-copy', before: 0, events: (await check()).check.log.events });
    expect(readdirSync(office.path('.'))).not.toContain('said');
  });

  it('of a folder to a folder comes to the same root, and is in order', async () => {
    const { exit, json } = await office.type('copy', '--from', office.data, '--to', office.path('moved'), '--json');
    expect([exit, json<object>()]).toEqual([0, expect.objectContaining({ outcome: 'copied', before: 0, grown: 0, root: await root() })]);
    expect(await check(office.path('moved'))).toMatchObject({ exit: 0, check: { outcome: 'in-order' } });
  });

  it('goes on behind what is there, and says what to do before anybody works in it', async () => {
    const [growing, events] = [office.path('growing'), `memory:${office.path('grows')}`];
    for (const to of [growing, events]) await office.type('copy', '--to', to);
    writeFileSync(office.path('more.yaml'), fund('D'));
    await office.type('play', office.path('more.yaml'), '--demonstration', '--data', growing);
    const { out } = await office.type('copy', '--from', growing, '--to', events, '--follow');
    expect(out).toMatch(/^[1-9] events copied\n/);
    expect(out).toContain(`root ${(await check(growing)).check.log.root}\nBoth come to the same root`);
    expect(out).toContain('stop the servers and workers of the source');
  });

  it('of another log, or of a log that is not there, is refused', async () => {
    writeFileSync(office.path('another.yaml'), fund('A'));
    await office.type('play', office.path('another.yaml'), '--demonstration', '--data', office.path('another'));
    expect(await office.type('copy', '--from', office.path('another'), '--to', office.data)).toMatchObject({ exit: 3, err: expect.stringContaining('is not the beginning of the log that is copied') });
    expect(await office.type('copy', '--from', office.path('nothing'), '--to', office.data)).toMatchObject({ exit: 3, err: expect.stringContaining('There is no log at') });
    expect(readdirSync(office.path('.'))).not.toContain('nothing');
  });

  it('never shows the password of an address', async () => {
    const address = 'mysql://tally:geheim@127.0.0.1:1/events';
    for (const words of [['copy', '--to', address], ['backup', office.path('x.db'), '--from', address], ['restore', copy, '--to', address]]) {
      const { exit, out, err } = await office.type(...words);
      expect([exit, `${out}${err}`.includes('geheim')]).toEqual([3, false]);
    }
  });
});

describe('a check', () => {
  it('finds what no rule could have stored, though its bytes are as they were recorded', async () => {
    const other = desk();
    await other.type('play', 'infra/demonstration/future-councils.yaml', '--demonstration');
    const store = await openSqliteEventStore({ file: `${other.data}/events.db` });
    const forged = LimitReduced({ unit: 'GBP', bucket: 'spent', amount: 1, because: 'a forged penny' });
    await store.append({ expects: [], events: [{ ...forged, id: '00000000-0000-4000-8000-000000000001', stream: 'limit-award.AW-2012-001', effectiveOn: '2014-08-04', meta: {} }], recordedAt: '2014-08-04T12:00:00.000Z' });
    await store.close();
    const { exit, json } = await other.type('check', '--json');
    expect([exit, json<Check>().findings[0]]).toEqual([1, expect.objectContaining({ where: 'limit round.RD-2012-001', what: 'holds 8550000 pence approved, and its awards hold 8549999' })]);
    other.clear();
  });


  it('names the first bad event of a log that somebody changed, and what to do', async () => {
    const folder = office.path('tampered');
    await office.type('restore', copy, '--data', folder);
    tamper(`${folder}/events.db`);
    const { exit, check: found } = await check(folder);
    expect([exit, found.outcome, found.findings[0]]).toEqual([1, 'not-in-order', expect.objectContaining({ where: `event @${await secondFund()}`, what: 'the bytes are not those that were hashed when it was recorded' })]);
    expect((await office.type('check', '--data', folder)).out).toContain('Stop writing, keep the files as evidence, and restore a backup');
  });

  it('comes to a root that tells two logs apart', async () => {
    writeFileSync(office.path('other.yaml'), fund('A'));
    await office.type('play', office.path('other.yaml'), '--demonstration', '--data', office.path('other'));
    expect((await check(office.path('other'))).check.log.root).not.toBe((await check()).check.log.root);
  });
});
