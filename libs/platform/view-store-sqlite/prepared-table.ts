import type Database from 'better-sqlite3';
import { closingColumns, columnsOf, listed, ordinal, quoted, storedColumns, type StoredTable, type TypedColumn, type Value } from '#platform/view-store';

const placesFor = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
const names = (columns: readonly TypedColumn[]): string[] => columns.map(([name]) => name);
const matching = (columns: readonly string[]): string => columns.map((column) => `${quoted(column)} = ?`).join(' AND ');

type Finding = Database.Statement<Value[], Value[]>;
type Writing = Database.Statement<Value[]>;

/** The statements by which a table is kept. */
export interface PreparedTable {
  /** Of a table of versions. */
  readonly standing?: Finding;
  readonly close?: Writing;
  /** Of a table with a running balance. */
  readonly latest?: Finding;
  readonly insert: Writing;
}

export function prepareTable(db: Database.Database, { name, declared }: StoredTable): PreparedTable {
  const { keep, key, balance } = declared;
  const [table, columns] = [quoted(name), names(storedColumns(declared))];
  const insert = db.prepare<Value[]>(`INSERT INTO ${table} (${listed(columns)}) VALUES (${placesFor(columns.length)})`);
  if (keep === 'versions') {
    const found = names(closingColumns(declared)).slice(0, -1);
    return {
      insert,
      standing: db.prepare<Value[], Value[]>(`SELECT ${listed([...names(columnsOf(declared)), 'from_position'])} FROM ${table} WHERE ${matching(key)} AND to_position IS NULL`).raw(),
      close: db.prepare<Value[]>(`UPDATE ${table} SET to_position = ? WHERE ${matching(found)}`),
    };
  }
  if (!balance) return { insert };
  const latest = `SELECT ${listed([...balance.per, balance.column, ordinal])} FROM ${table} WHERE ${matching(balance.per)} ORDER BY position DESC, line DESC LIMIT 1`;
  return { insert, latest: db.prepare<Value[], Value[]>(latest).raw() };
}
