import Database from 'better-sqlite3';
import { entries, versions, viewOfAll } from '#kernel';
import { openSqliteViews } from '../view-store-sqlite/index.js';
import type { Change } from './changes.js';
import { keptTable } from './keeping.js';
import type { KeptTable } from './kept-table.js';
import { Registry } from './registry.js';
import { OpenedViews } from './testing/opened-views.js';
import type { ViewDatabase } from './view-database.js';

const build = { name: 'desk', version: 1, number: 1 };
const tables = {
  boxes: versions({ columns: { box: 'text', label: 'text?', held: 'integer' }, key: ['box'], indexes: [['label']] }),
  moves: entries({ columns: { box: 'text', amount: 'integer' }, balance: { column: 'balance', of: 'amount', per: ['box'] } }),
};
const desk = viewOfAll('desk', { version: 1, tables, every: () => undefined });
const put = (box: string, held: number, label: string | null = null): Change => ({ table: 'boxes', does: 'put', row: { box, label, held } });
const add = (box: string, held: number): Change => ({ table: 'boxes', does: 'add', key: { box }, row: { held } });
const enter = (box: string, amount: number): Change => ({ table: 'moves', does: 'enter', row: { box, amount } });

describe('rows that are kept', () => {
  let opened: OpenedViews;
  let database: ViewDatabase;
  let file: Database.Database;
  let kept: Readonly<Record<string, KeptTable>>;
  let written: number;
  beforeEach(async () => {
    opened = new OpenedViews();
    database = opened.kept(await openSqliteViews({ file: opened.file() }));
    await new Registry(database).begin(desk);
    file = new Database(opened.file());
    kept = { boxes: keptTable(database, { name: 'desk__1_1_boxes', declared: tables.boxes }, 10), moves: keptTable(database, { name: 'desk__1_1_moves', declared: tables.moves }, 10) };
    written = 0;
  });
  afterEach(async () => {
    file.close();
    await opened.close();
  });
  const tableOf = ({ table }: Change): KeptTable => kept[table] as KeptTable;
  const stored = () => file.prepare('SELECT held, from_position, to_position FROM desk__1_1_boxes ORDER BY box, from_position').raw().all();
  const balances = () => file.prepare('SELECT balance, ordinal FROM desk__1_1_moves ORDER BY position, line').raw().all();

  /** A batch of changes, each at a position of the log. */
  async function take(...changes: readonly (readonly [Change, position: number])[]): Promise<void> {
    const planned = changes.map(([change, position]) => ({ change, position, name: tableOf(change).expect(change) }));
    for (const table of Object.values(kept)) await table.lookUp();
    planned.forEach(({ change, name, position }, line) => tableOf(change).carryOut(change, name, position, line));
    const [from, to] = [written, Math.max(...changes.map(([, position]) => position))];
    expect(await database.commit({ build, from, to, mark: '', tables: Object.values(kept).map((table) => table.writes()), absences: [] })).toBe(true);
    for (const table of Object.values(kept)) table.settle();
    written = to;
  }

  it('have each version once, with the positions between which it stood, when a batch changes them often', async () => {
    await take([put('a', 1), 1], [add('a', 1), 2], [add('a', 1), 2], [add('a', 0), 3]);
    expect(stored()).toEqual([[1, 1, 2], [3, 2, null]]); // two changes of one event are one version, and what came out as it was is none
    await take([add('a', 4), 4]);
    expect(stored()).toEqual([[1, 1, 2], [3, 2, 4], [7, 4, null]]);
  });

  it('are read again when what was remembered may no longer be true', async () => {
    await take([put('a', 1), 1], [enter('a', 5), 1]);
    file.prepare('UPDATE desk__1_1_boxes SET held = 10').run(); // another runner
    file.prepare('UPDATE desk__1_1_moves SET balance = 50, ordinal = 9').run();
    for (const table of Object.values(kept)) table.forget();
    await take([add('a', 1), 2], [enter('a', 5), 2]);
    expect(stored()).toEqual([[10, 1, 2], [11, 2, null]]);
    expect(balances()).toEqual([[50, 9], [55, 10]]);
  });

  it('of a batch that was not written are gone with it', async () => {
    const boxes = tableOf(put('a', 1));
    boxes.carryOut(put('a', 1), boxes.expect(put('a', 1)), 1, 1);
    boxes.forget();
    expect(boxes.writes()).toMatchObject({ closes: [], inserts: [] });
  });

  it('are written by nobody whose build stands elsewhere than they think', async () => {
    await take([put('a', 1), 1]);
    expect(await database.commit({ build, from: 0, to: 2, mark: '', tables: [], absences: [] })).toBe(false);
    expect(await new Registry(database).all()).toMatchObject([{ position: 1 }]);
  });

  it.each([
    ['a word where a number belongs', { box: 'a', label: null, held: 'many' }, 'held takes integer, not "many"'],
    ['nothing where something must stand', { box: null, label: null, held: 1 }, 'box takes text, not null'],
    ['a number that cannot be kept exactly', { box: 'a', label: null, held: 2 ** 53 }, 'held takes integer, not 9007199254740992'],
    ['a column left out', { box: 'a', held: 1 }, 'A row has no value for label: give null where nothing is known'],
  ])('are refused while their event is in hand: %s', async (_, row, message) => {
    await expect(take([{ table: 'boxes', does: 'put', row }, 1])).rejects.toThrow(message);
  });

  it('run a balance for each account, and refuse one that cannot be kept exactly', async () => {
    await take([enter('a', 5), 1], [enter('b', 1), 2], [enter('a', -2), 3]);
    expect(balances()).toEqual([[5, 1], [1, 1], [3, 2]]);
    await expect(take([enter('a', Number.MAX_SAFE_INTEGER), 4])).rejects.toThrow('balance would be 9007199254740994, which cannot be kept exactly');
  });

  it('that stand are found by an index of their own', () => {
    const plan = (sql: string): string => file.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all().map(({ detail }) => detail).join('; ');
    expect(plan("SELECT * FROM desk__1_1_boxes WHERE box = 'a' AND to_position IS NULL")).toContain('USING INDEX desk__1_1_boxes__now (box=?)');
    expect(plan("SELECT * FROM desk__1_1_boxes WHERE label = 'red' AND to_position IS NULL")).toContain('__now_1 (label=?)');
  });
});
