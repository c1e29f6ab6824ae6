/**
 * The one connection that writes, in a thread of its own, so that waiting for the disk never stops the pages and reads.
 * Nothing but node: and the driver may be imported here, and only syntax that can be erased: Node runs this file as it
 * stands under the tests, and its compiled twin in production.
 */
import { hash } from 'node:crypto';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { AppendResult, Arrival, PreparedAppend, PreparedEvent, Standing } from '#platform/event-store';
import type { FromWriter, ToWriter, WriterSettings } from './writer-messages.js';

interface Found {
  readonly position: number;
  readonly version: number;
  readonly recorded_at: string;
  readonly record: string;
}

const { file, busyMilliseconds, checkpointPages, maxPages } = workerData as WriterSettings;
const port = parentPort as MessagePort;
const database = new Database(file, { timeout: busyMilliseconds, fileMustExist: true });
database.pragma('synchronous = FULL'); // an acknowledged award must survive a power cut
database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
database.pragma('journal_size_limit = 67108864');
if (maxPages !== undefined) database.pragma(`max_page_count = ${maxPages}`);

const begin = database.prepare('BEGIN IMMEDIATE'); // a deferred one fails at once with SQLITE_BUSY_SNAPSHOT, whatever the timeout
const commit = database.prepare('COMMIT');
const rollback = database.prepare('ROLLBACK');
const changedElsewhere = database.prepare('PRAGMA data_version').pluck();
const lastEvent = database.prepare<[], { position: number; recorded_at: string }>('SELECT position, recorded_at FROM events ORDER BY position DESC LIMIT 1');
const headOf = database.prepare<[string], number | null>('SELECT max(version) FROM events WHERE stream = ?').pluck();
const idAt = database.prepare<[string, number], Buffer>('SELECT id FROM events WHERE stream = ? AND version = ?').pluck();
const findId = database.prepare<[Buffer], Found>('SELECT position, version, recorded_at, record FROM events WHERE id = ?');
const insert = database.prepare('INSERT INTO events (position, stream, version, id, type, recorded_at, record, leaf) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const recordOf = (event: PreparedEvent, recordedAt: string, version: number): string => `${event.before}${recordedAt}${event.between}${version}}`;

/** What is known of the file's heads, as long as no other connection commits. */
let position = 0;
let latest = '';
const versions = new Map<string, number>();
let seen: unknown;

function learnHeads(): void {
  const now = changedElsewhere.get();
  if (now === seen && versions.size < 100_000) return;
  seen = now;
  versions.clear();
  const last = lastEvent.get();
  position = last?.position ?? 0;
  latest = last?.recorded_at ?? '';
}

function versionOf(stream: string): number {
  const known = versions.get(stream);
  if (known !== undefined) return known;
  const version = headOf.get(stream) ?? 0;
  versions.set(stream, version);
  return version;
}

/** Asked before the expectations: a retry of an append that succeeded has a stale expectation by construction. */
function alreadyThere({ events }: PreparedAppend, ids: readonly Buffer[]): AppendResult | undefined {
  const found = ids.map((id) => findId.get(id));
  const taken = found.findIndex((record) => record !== undefined);
  if (taken < 0) return undefined;
  const first = found[0]?.position ?? 0;
  const same = events.every((event, index) => {
    const there = found[index];
    return there?.position === first + index && there.record === recordOf(event, there.recorded_at, there.version);
  });
  if (!same) return { outcome: 'id-taken', id: (events[taken] as PreparedEvent).id };
  return { outcome: 'stored', first, last: first + events.length - 1, recordedAt: (found[0] as Found).recorded_at, repeated: true };
}

const isHead = (stream: string, version: number, id: string | undefined): boolean =>
  id === undefined || (idAt.get(stream, version) ?? Buffer.alloc(0)).equals(bytesOf(id));

function conflict({ expects }: PreparedAppend): AppendResult | undefined {
  for (const { stream, expected, headId } of expects) {
    const actual = versionOf(stream);
    const holds = expected === 'any' || (expected === 'present' ? actual > 0 : actual === expected && isHead(stream, actual, headId));
    if (!holds) return { outcome: 'conflict', stream, expected, actual };
  }
  return undefined;
}

/** Everything is checked before the first row is written, so a request that is turned down has nothing to take back. */
function append(request: PreparedAppend, now: string): AppendResult {
  const ids = request.events.map(({ id }) => bytesOf(id));
  const settled = alreadyThere(request, ids) ?? conflict(request);
  if (settled !== undefined) return settled;
  const at = request.recordedAt ?? now;
  if (at > latest) latest = at; // never backwards, whatever the clock says
  const first = position + 1;
  request.events.forEach((event, index) => {
    const version = versionOf(event.stream) + 1;
    const record = recordOf(event, latest, version);
    insert.run(++position, event.stream, version, ids[index], event.type, latest, record, hash('sha256', `\0${record}`, 'buffer'));
    versions.set(event.stream, version);
  });
  return { outcome: 'stored', first, last: position, recordedAt: latest, repeated: false };
}

/** Where the log stands, as far as an arrival asks. */
const standingFor = ({ records, begins }: Arrival): Standing => ({
  head: position === 0 ? { position } : { position, recordedAt: latest },
  versions: new Map([...begins.keys()].map((stream) => [stream, versionOf(stream)])),
  taken: records.find(({ filed }) => findId.get(bytesOf(filed.id)) !== undefined)?.filed.id,
});

/** Whether an arrival goes on exactly where the log stands; in words, the calling side says why not. */
const followsOn = ({ first, recordedAt, begins }: Arrival, { head, versions, taken }: Standing): boolean =>
  first === head.position + 1 && recordedAt >= latest && taken === undefined && [...begins].every(([stream, version]) => version === (versions.get(stream) ?? 0) + 1);

function receive(arrival: Arrival): { standing: Standing; received: boolean } {
  const standing = standingFor(arrival);
  const received = followsOn(arrival, standing);
  for (const { record, leaf, filed: { id, stream, version, type, recordedAt } } of received ? arrival.records : []) {
    insert.run(++position, stream, version, bytesOf(id), type, recordedAt, record, leaf);
    versions.set(stream, version);
    latest = recordedAt;
  }
  return { standing, received };
}

/** One transaction for all that waits. Nothing is answered before the commit has reached the disk. */
function write<Answer extends object>(work: () => Answer): FromWriter | (Answer & { head: number }) {
  try {
    begin.run();
    learnHeads();
    const answer = work();
    commit.run();
    return { ...answer, head: position };
  } catch (cause) {
    seen = undefined; // what was counted did not come to be
    if (database.inTransaction) rollback.run(); // a full disk has rolled back already
    const { code = 'SQLITE_ERROR', message } = cause as { code?: string; message: string };
    return { trouble: { code, message } };
  }
}

const answered = (message: Exclude<ToWriter, 'close'>): FromWriter =>
  'arrival' in message ? write(() => receive(message.arrival)) : write(() => ({ results: message.requests.map((request) => append(request, message.now)) }));

/** With all of it in one file, a closed log can be copied by hand. Others who have it open are not waited for. */
function close(): void {
  database.pragma('busy_timeout = 0');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  port.close();
}

port.on('message', (message: ToWriter) => {
  if (message === 'close') close();
  else port.postMessage(answered(message) satisfies FromWriter);
});
port.postMessage('ready' satisfies FromWriter);
