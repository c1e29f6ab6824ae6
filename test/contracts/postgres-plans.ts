import pg from 'pg';
import type { Query } from '#platform/view-store';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
}
interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

const schema = 'tallystick_views';
/** What the view store keeps for itself: a few rows, whatever the log. */
const books = ['builds', 'absences', 'leases', 'runners', 'workers'];

/** Days and instants stay what they are; everything else becomes another word, and references stay references. */
const otherWord = (column: string): string => `CASE WHEN ${column} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' THEN ${column} ELSE ${column} || n END`;

/** A connection that plans as a server does whose tables have grown. */
export class PostgresPlans {
  private constructor(
    private readonly client: pg.Client,
    private readonly rows: ReadonlyMap<string, number>,
  ) {}

  /**
   * Makes every table of the views so many times as long, with other words in every copy: as many programmes, rounds and
   * awards more. Where a table is read whole by choice, because that is still cheap, it is planned as if it were dear.
   */
  static async ofLongTables(address: string, times: number): Promise<PostgresPlans> {
    const client = new pg.Client({ connectionString: address, options: `-c search_path=${schema} -c jit=off -c synchronous_commit=off -c enable_seqscan=off` });
    await client.connect();
    const { rows: columns } = await client.query<Column>('SELECT table_name AS table, column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = $1 ORDER BY ordinal_position', [schema]);
    for (const [table, its] of Map.groupBy(columns.filter((each) => !books.includes(each.table)), (each) => each.table)) {
      const copied = its.map(({ name, type }) => (type === 'text' ? otherWord(pg.escapeIdentifier(name)) : name === 'position' ? 'position + 1000000 * n' : pg.escapeIdentifier(name)));
      const names = its.map(({ name }) => pg.escapeIdentifier(name)).join(', ');
      await client.query(`INSERT INTO ${pg.escapeIdentifier(table)} (${names}) SELECT ${copied.join(', ')} FROM ${pg.escapeIdentifier(table)}, generate_series(1000, ${1000 + times - 2}) n`);
    }
    await client.query('ANALYZE');
    const { rows } = await client.query<{ table: string; rows: number }>("SELECT relname AS table, reltuples AS rows FROM pg_class WHERE relkind = 'r' AND relnamespace = $1::regnamespace", [schema]);
    return new PostgresPlans(client, new Map(rows.map((each) => [each.table, each.rows])));
  }

  /** The tables that queries read whole, though they are long. What a limit ends early is not whole. */
  async readWhole(queries: readonly Query[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { sql, parameters } of queries) {
      const { rows: [row] } = await this.client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: Plan }] }>(`EXPLAIN (FORMAT JSON) ${sql}`, [...parameters]);
      if (row) found.push(...this.#wholeIn(row['QUERY PLAN'][0].Plan, false));
    }
    return found;
  }

  close(): Promise<void> {
    return this.client.end();
  }

  #wholeIn(plan: Plan, isCutShort: boolean): readonly string[] {
    const { 'Node Type': kind, 'Relation Name': table = '', 'Index Cond': condition } = plan;
    const isWhole = !isCutShort && (kind === 'Seq Scan' || (/^Index (Only )?Scan$/.test(kind) && condition === undefined));
    // What sorts or adds up takes everything that it is given, whatever the limit above it.
    const staysCut = kind === 'Limit' || (isCutShort && !/^(Sort|Aggregate|WindowAgg|Hash)$/.test(kind));
    return [...(isWhole && (this.rows.get(table) ?? 0) > 2_000 ? [`${kind} of ${table}`] : []), ...(plan.Plans ?? []).flatMap((each) => this.#wholeIn(each, staysCut))];
  }
}
