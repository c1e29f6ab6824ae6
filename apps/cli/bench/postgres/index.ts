import { declarations } from '#attendance';
import { compare, type Compared } from '../compare.js';
import type { MeasuredLog } from '../measured-log.js';
import { besidePeer, sharedOut, type BesidePeer, type Place, type Shared } from './beside-peer.js';
import { ownDatabase } from './own-database.js';
import { postgresUnderTest } from './postgres-under-test.js';
import { measureTakeover, measureViews, type Viewed } from './viewing.js';

export interface PostgresOptions {
  /** A server on which databases may be made, and are removed again. */
  readonly server: string;
  readonly callers: readonly number[];
  readonly rounds: number;
  /** Of one measurement. */
  readonly milliseconds: number;
  readonly peer?: string;
  readonly runWith?: readonly string[];
  readonly onProgress: (doing: string) => void;
}

/** What was measured on a PostgreSQL server. */
export interface OnPostgres {
  readonly server: Readonly<Record<string, string>>;
  readonly events: number;
  readonly copiedPerSecond: number;
  /** The engine beside bare inserts of many rows, the same bytes grouped the same way. */
  readonly compared: readonly Compared[];
  /** Left out where no peer is installed. */
  readonly peers?: readonly BesidePeer[];
  readonly shared: readonly Shared[];
  readonly viewed: readonly Viewed[];
  /** Milliseconds, round by round. */
  readonly takeovers: readonly number[];
}

/** Settings of the server that say how durable an append is. */
const telling = ['server_version', 'fsync', 'synchronous_commit', 'wal_sync_method', 'full_page_writes', 'shared_buffers', 'max_wal_size'];

/** Views first, while the log is as long as it is said to be; then everything that makes it longer. */
export async function measurePostgres(log: MeasuredLog, options: PostgresOptions): Promise<OnPostgres> {
  const { server, callers, rounds, milliseconds, peer, runWith = [], onProgress } = options;
  const [ours, theirs] = [await ownDatabase(server, 'log'), await ownDatabase(server, 'peer')];
  try {
    onProgress(`copying ${log.events} events to PostgreSQL`);
    const began = performance.now();
    const under = await postgresUnderTest(log, ours.address);
    const copiedPerSecond = (log.events / (performance.now() - began)) * 1_000;
    const place: Place = { store: under.store, award: log.award, ours, theirs, runWith, ...(peer === undefined ? {} : { peer }) };
    try {
      onProgress('making views on PostgreSQL, one by one and together');
      const viewed = await measureViews(under.store, ours.address, declarations.views, Math.min(rounds, 3));
      onProgress('killing workers');
      const takeovers = await measureTakeover(under, ours.address, Math.min(rounds, 3), runWith);
      onProgress('letting the server clear up after the views');
      await ours.ask('VACUUM ANALYZE'); // else it does so of itself while commands are measured, on the same processors
      onProgress(`${rounds} rounds of the engine on PostgreSQL and of bare inserts`);
      const compared = await compare([under], { rounds, milliseconds, callers });
      const peers: BesidePeer[] = [];
      for (const count of peer === undefined ? [] : callers.filter((each) => each <= 32)) {
        onProgress(`${rounds} rounds beside a peer, ${count} callers`);
        peers.push(await besidePeer({ ...place, peer: peer as string }, count, { rounds, milliseconds }));
      }
      const shared: Shared[] = [];
      for (const count of callers.filter((each) => each > 1)) {
        onProgress(`${rounds} rounds of one process and of two, ${count} callers`);
        for (const isApart of [true, false]) shared.push(await sharedOut(place, count, isApart, { rounds, milliseconds }));
      }
      const settings = await ours.ask(`SELECT name, current_setting(name) AS value FROM pg_settings WHERE name IN (${telling.map((name) => `'${name}'`).join(', ')})`);
      return { server: Object.fromEntries(settings.map(({ name, value }) => [String(name), String(value)])), events: log.events, copiedPerSecond, compared, ...(peer === undefined ? {} : { peers }), shared, viewed, takeovers };
    } finally {
      await under.close();
    }
  } finally {
    await ours.drop();
    await theirs.drop();
  }
}
