import Database from 'better-sqlite3';
import { entries, versions } from '#kernel';
import type { Change } from './changes.js';
import { keptTable } from './keeping.js';
import type { KeptTable } from './kept-table.js';
import { createTables } from './table-sql.js';

const build = { name: 'desk', version: 1, number: 1 };
const tables = {
  boxes: versions({ columns: { box: 'text', label: 'text?', held: 'integer' }, key: ['box'], indexes: [['label']] }),
  moves: entries({ columns: { box: 'text', amount: 'integer' }, balance: { column: 'balance', of: 'amount', per: ['box'] } }),
};
const put = (box: string, held: number, label: string | null = null): Change => ({ table: 'boxes', does: 'put', row: { box, label, held } });
const add = (box: string, held: number): Change => ({ table: 'boxes', does: 'add', key: { box }, row: { held } });
const enter = (box: string, amount: number): Change => ({ table: 'moves', does: 'enter', row: { box, amount } });

describe('rows that are kept', () => {
  let db: Database.Database;
  let boxes: KeptTable;
  let moves: KeptTable;
  beforeEach(() => {
    db = new Database(':memory:');
    for (const sql of createTables(build, tables)) db.exec(sql);
    boxes = keptTable(db, 'desk__1_1_boxes', tables.boxes);
    moves = keptTable(db, 'desk__1_1_moves', tables.moves);
  });
  afterEach(() => db.close());
  const stored = () => db.prepare('SELECT held, from_position, to_position FROM desk__1_1_boxes ORDER BY box, from_position').raw().all();
  const balances = () => db.prepare('SELECT balance, ordinal FROM desk__1_1_moves ORDER BY position').raw().all();

  it('have each version once, with the positions between which it stood, when a batch changes them often', () => {
    boxes.carryOut(put('a', 1), 1, 1);
    boxes.carryOut(add('a', 1), 2, 1);
    boxes.carryOut(add('a', 1), 2, 2); // the same event: the same version
    boxes.carryOut(add('a', 0), 3, 1); // as it was: no version
    expect(stored()).toEqual([[1, 1, 2]]);
    boxes.settle();
    expect(stored()).toEqual([[1, 1, 2], [3, 2, null]]);
    boxes.carryOut(add('a', 4), 4, 1);
    boxes.settle();
    expect(stored()).toEqual([[1, 1, 2], [3, 2, 4], [7, 4, null]]);
  });

  it('are read again when what was remembered may no longer be true', () => {
    boxes.carryOut(put('a', 1), 1, 1);
    moves.carryOut(enter('a', 5), 1, 1);
    boxes.settle();
    db.prepare('UPDATE desk__1_1_boxes SET held = 10').run(); // another runner
    db.prepare('UPDATE desk__1_1_moves SET balance = 50, ordinal = 9').run();
    for (const table of [boxes, moves]) table.forget();
    boxes.carryOut(add('a', 1), 2, 1);
    moves.carryOut(enter('a', 5), 2, 1);
    boxes.settle();
    expect(stored()).toEqual([[10, 1, 2], [11, 2, null]]);
    expect(balances()).toEqual([[50, 9], [55, 10]]);
  });

  it('that were held back are gone with the transaction that was taken back', () => {
    boxes.carryOut(put('a', 1), 1, 1);
    boxes.forget();
    boxes.settle();
    expect(stored()).toEqual([]);
  });

  it.each([
    ['a word where a number belongs', { box: 'a', label: null, held: 'many' }, 'held takes integer, not "many"'],
    ['nothing where something must stand', { box: null, label: null, held: 1 }, 'box takes text, not null'],
    ['a number that cannot be kept exactly', { box: 'a', label: null, held: 2 ** 53 }, 'held takes integer, not 9007199254740992'],
    ['a column left out', { box: 'a', held: 1 }, 'A row has no value for label: give null where nothing is known'],
  ])('are refused while their event is in hand: %s', (_, row, message) => {
    expect(() => boxes.carryOut({ table: 'boxes', does: 'put', row }, 1, 1)).toThrow(message);
  });

  it('run a balance for each account, and refuse one that cannot be kept exactly', () => {
    for (const [i, [box, amount]] of ([['a', 5], ['b', 1], ['a', -2]] as const).entries()) moves.carryOut(enter(box, amount), i + 1, 1);
    expect(balances()).toEqual([[5, 1], [1, 1], [3, 2]]);
    expect(() => moves.carryOut(enter('a', Number.MAX_SAFE_INTEGER), 4, 1)).toThrow('balance would be 9007199254740994, which cannot be kept exactly');
  });

  it('that stand are found by an index of their own', () => {
    const plan = (sql: string): string => db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all().map(({ detail }) => detail).join('; ');
    expect(plan("SELECT * FROM desk__1_1_boxes WHERE box = 'a' AND to_position IS NULL")).toContain('USING INDEX desk__1_1_boxes__now (box=?)');
    expect(plan("SELECT * FROM desk__1_1_boxes WHERE label = 'red' AND to_position IS NULL")).toContain('__now_1 (label=?)');
  });
});
