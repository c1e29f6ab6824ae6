import Database from 'better-sqlite3';
import { globSync } from 'node:fs';
import { checkLog } from '#platform/transparency';
import { openInstallation } from '#platform/installation';
import { declarations } from '#attendance';
import { desk } from '../../apps/cli/testing/typed.js';
import { demonstrationPlaybooks, playDemonstration } from '../../apps/server/demonstration.js';
import { openDemonstration } from '../support/demonstration-house.js';

interface Check {
  readonly outcome: string;
  readonly findings: readonly { readonly where: string; readonly what: string }[];
  readonly log: { readonly events: number; readonly root: string };
}
interface Played {
  readonly outcome: string;
  readonly playbooks: readonly { readonly played: number; readonly repeated: number; readonly refused: number; readonly recordedLate: number }[];
}

/** All stories into one log: by hand with `tally play` as by `npm start`, and once. */
describe('the whole demonstration', () => {
  const office = desk();
  const files = globSync('infra/demonstration/*.yaml').sort();
  const play = async (...more: readonly string[]) => (await office.type('play', ...files, ...more, '--demonstration', '--json')).json<Played>();
  const check = async (data = office.data): Promise<Check> => (await office.type('check', '--json', '--data', data)).json<Check>();
  let first: Played;
  beforeAll(async () => {
    first = await play();
  }, 120_000);
  afterAll(() => office.clear());

  it('is played by hand as it is by npm start, to the same root', async () => {
    const playbooks = demonstrationPlaybooks('infra/demonstration');
    const house = await openDemonstration(playbooks, { folder: office.path('started'), settings: { EVENT_STORE_URL: 'memory:started' } });
    await playDemonstration(playbooks, house);
    const { root } = await checkLog(house.store);
    await house.close();
    expect(await check()).toMatchObject({ outcome: 'in-order', log: { root } });
  }, 60_000);

  it('is recorded in the order in which it happened, none of it late', () => {
    expect(first).toMatchObject({ outcome: 'played', playbooks: [{ repeated: 0, recordedLate: 0 }] });
  });

  it('is played a second time without a step that is new, to the same root', async () => {
    const before = await check();
    const [again] = (await play()).playbooks;
    expect(again).toMatchObject({ played: 0, refused: 0, repeated: first.playbooks[0]?.played });
    expect(await check()).toEqual(before);
  }, 60_000);

  it('registers no body twice', async () => {
    const house = await openInstallation({ folder: office.data, declarations });
    const { events } = await house.store.readAll({ after: 0, limit: 10_000, types: ['OrganisationRegistered'] });
    const names = events.map(({ data }) => (data as { name: string }).name.toLowerCase());
    await house.close();
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => name.includes('nepo'))).toHaveLength(1);
  });

  it('tells which event somebody changed first, and no root that could be taken for the true one', async () => {
    const { log } = await check();
    const copy = office.path('changed');
    await office.type('backup', office.path('copy.db'));
    await office.type('restore', office.path('copy.db'), '--data', copy);
    const database = new Database(`${copy}/events.db`);
    database.exec('DROP TRIGGER events_are_never_updated'); // whoever holds the file can
    const { position } = database.prepare("SELECT min(position) AS position FROM events WHERE record LIKE '%AwardApproved%'").get() as { position: number };
    database.prepare(`UPDATE events SET record = replace(record, '"minor":', '"minor":1') WHERE position = ?`).run(position);
    database.close();
    const found = await check(copy);
    expect(found.outcome).toBe('not-in-order');
    expect(found.findings[0]).toMatchObject({ where: `event @${position}`, what: 'the bytes are not those that were hashed when it was recorded' });
    expect(found.log.root).not.toBe(log.root);
  }, 60_000);
});
