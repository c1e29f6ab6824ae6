import { createHash } from 'node:crypto';
import { closingColumns, columnsOf, listed, ordinal, quoted, storedColumns, type StoredTable, type TypedColumn, type Value, type WrittenBatch } from '#platform/view-store';
import { columnArrays } from './array-literal.js';

/** As the driver takes it: a statement with a name is parsed once for each connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

const named = (text: string, values: readonly unknown[]): Statement => ({ name: createHash('sha256').update(text).digest('hex').slice(0, 32), text, values });
const sent = ([name, type]: TypedColumn, place: number): string => `$${place}::${type.startsWith('text') ? 'text' : 'bigint'}[] /* ${name.replaceAll('*/', '')} */`;
/** Rows that were sent as arrays, from a place of the parameters on. */
const rowsSent = (columns: readonly TypedColumn[], from: number): string => `unnest(${columns.map((column, i) => sent(column, from + i)).join(', ')}) AS sent (${listed(columns.map(([name]) => name))})`;
const isSent = (names: readonly string[]): string => names.map((name) => `t.${quoted(name)} = sent.${quoted(name)}`).join(' AND ');

/** A look into the index for each key, whatever the planner thinks of the table: LIMIT keeps it from joining the whole of it. */
export function standingOf({ name, declared }: StoredTable, keys: readonly (readonly Value[])[]): Statement {
  const key = columnsOf(declared, declared.key);
  const columns = [...columnsOf(declared).map(([column]) => column), 'from_position'].map((column) => `found.${quoted(column)}`).join(', ');
  const found = `SELECT * FROM ${quoted(name)} t WHERE ${isSent(declared.key)} AND t.to_position IS NULL LIMIT 1`;
  return named(`SELECT ${columns} FROM ${rowsSent(key, 1)} CROSS JOIN LATERAL (${found}) AS found`, columnArrays(keys, key.length));
}

export function latestBalancesOf({ name, declared }: StoredTable, accounts: readonly (readonly Value[])[]): Statement {
  const { per, column } = declared.balance ?? { per: [], column: '' };
  const account = columnsOf(declared, per);
  const columns = [...per.map((each) => `sent.${quoted(each)}`), `latest.${quoted(column)}`, `latest.${ordinal}`].join(', ');
  const latest = `SELECT * FROM ${quoted(name)} t WHERE ${isSent(per)} ORDER BY t.position DESC NULLS LAST, t.line DESC NULLS LAST LIMIT 1`;
  return named(`SELECT ${columns} FROM ${rowsSent(account, 1)} CROSS JOIN LATERAL (${latest}) AS latest`, columnArrays(accounts, account.length));
}

/**
 * A batch in one statement, which is a transaction by itself: the position moves if it stands where it should, and every
 * other part asks whether it did. What ends is closed before anything is inserted, or two versions of a row would stand.
 */
export function writing({ build, from, to, mark, tables, absences }: WrittenBatch): Statement {
  const values: unknown[] = [build.name, build.version, build.number, from, to, mark];
  const parts = ['moved AS (UPDATE builds SET position = $5, mark = $6 WHERE name = $1 AND version = $2 AND number = $3 AND position = $4 AND fault IS NULL RETURNING 1)'];
  const add = (columns: readonly TypedColumn[], rows: readonly (readonly Value[])[]): string => {
    const text = rowsSent(columns, values.length + 1);
    values.push(...columnArrays(rows, columns.length));
    return text;
  };
  tables.forEach(({ table: { name, declared }, closes, inserts }, i) => {
    const ending = closingColumns(declared);
    if (closes.length > 0) {
      const found = isSent(ending.slice(0, -1).map(([column]) => column));
      parts.push(`closed_${i} AS (UPDATE ${quoted(name)} t SET to_position = sent.to_position FROM ${add(ending, closes)} WHERE ${found} AND EXISTS (SELECT FROM moved) RETURNING 1)`);
    }
    if (inserts.length > 0) {
      const columns = storedColumns(declared);
      const after = closes.length > 0 ? ` AND (SELECT count(*) FROM closed_${i}) >= 0` : '';
      const into = listed(columns.map(([column]) => column));
      parts.push(`inserted_${i} AS (INSERT INTO ${quoted(name)} (${into}) SELECT ${into} FROM ${add(columns, inserts)} WHERE EXISTS (SELECT FROM moved)${after})`);
    }
  });
  if (absences.length > 0) {
    const columns: readonly TypedColumn[] = [['position', 'integer'], ['kept_in', 'text'], ['key', 'text']];
    const rows = add(columns, absences.map(({ position, table, key }) => [position, table, JSON.stringify(key)]));
    parts.push(`noted AS (INSERT INTO absences (name, version, number, position, kept_in, key) SELECT $1, $2, $3, position, kept_in, key FROM ${rows} WHERE EXISTS (SELECT FROM moved))`);
  }
  return named(`WITH ${parts.join(',\n')}\nSELECT count(*) AS moved FROM moved`, values);
}
