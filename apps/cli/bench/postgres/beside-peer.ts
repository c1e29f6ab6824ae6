import type { EventStore } from '#platform/event-store';
import { Complaint } from '../../complaint.js';
import { exitCodes } from '../../exit-codes.js';
import { median } from '../median.js';
import type { Calling } from './calling-process.js';
import { Forked, inTurns } from './forked.js';
import type { OwnDatabase } from './own-database.js';
import { processFile } from './process-file.js';

const callingProcess = processFile(new URL('./calling-process.js', import.meta.url));

/** Durable commands through one server process: alone, shared out over two, and beside a peer's bare append of the same bytes. */
export interface BesidePeer {
  readonly callers: number;
  readonly enginePerSecond: number;
  readonly peerPerSecond: number;
  /** Ours over theirs: medians of the rounds' own ratios. */
  readonly ratio: number;
}

export interface Shared {
  readonly callers: number;
  /** Whether each caller renames a council of its own, or all of them meet in one award. */
  readonly isApart: boolean;
  readonly onePerSecond: number;
  readonly twoPerSecond: number;
  /** Two processes over one: medians of the rounds' own ratios. */
  readonly ratio: number;
}

export interface Place {
  readonly store: EventStore;
  readonly award: string;
  readonly ours: OwnDatabase;
  readonly theirs: OwnDatabase;
  /** A script that appends with a peer, as infra/bench/peers/append.js does. */
  readonly peer?: string;
  /** What Node is told when it starts our processes. */
  readonly runWith: readonly string[];
}

interface Plan {
  readonly rounds: number;
  readonly milliseconds: number;
}

export async function besidePeer(place: Place & { readonly peer: string }, callers: number, { rounds, milliseconds }: Plan): Promise<BesidePeer> {
  const events = await oneCommand(place.store);
  const measured = await inTurns([() => [calling(place, callers, milliseconds)], () => [new Forked(place.peer, { address: place.theirs.address, callers, milliseconds, events })]], rounds);
  const { first, second, ratio } = summary(measured);
  return { callers, enginePerSecond: first, peerPerSecond: second, ratio: 1 / ratio };
}

/** As many callers in all: of one process, and of two that each have half of them. They meet in one award, or nowhere. */
export async function sharedOut(place: Place, callers: number, isApart: boolean, { rounds, milliseconds }: Plan): Promise<Shared> {
  const organisations = isApart ? await organisationsOf(place.store, callers) : [];
  const process = (from: number, to: number): Forked => calling(place, to - from, milliseconds, isApart ? organisations.slice(from, to) : undefined);
  const measured = await inTurns([() => [process(0, callers)], () => [process(0, callers / 2), process(callers / 2, callers)]], rounds);
  const { first, second, ratio } = summary(measured);
  return { callers, isApart, onePerSecond: first, twoPerSecond: second, ratio };
}

/** Medians of two crews over the rounds, and of the second over the first. */
function summary(measured: readonly (readonly number[])[]): { readonly first: number; readonly second: number; readonly ratio: number } {
  const of = (figure: (first: number, second: number) => number): number => median(measured.map(([first = 0, second = 0]) => figure(first, second)));
  return { first: of((first) => first), second: of((_, second) => second), ratio: of((first, second) => second / first) };
}

const calling = ({ ours, award, runWith }: Place, callers: number, milliseconds: number, organisations?: readonly string[]): Forked =>
  new Forked(callingProcess, { address: ours.address, award, callers, milliseconds, ...(organisations ? { organisations } : {}) } satisfies Calling, runWith);

/** So many councils of the log. */
async function organisationsOf(store: EventStore, count: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after = 0; found.length < count; ) {
    const { events, next, caughtUp } = await store.readAll({ after, limit: count, types: ['OrganisationRegistered'] });
    found.push(...events.map(({ stream }) => stream.slice('organisation-'.length)));
    if (caughtUp) break;
    after = next;
  }
  if (found.length < count) throw new Complaint(exitCodes.badInput, `The log that is measured has ${found.length} organisations, and ${count} callers want one each. Ask for a longer one, with --events 100000`);
  return found.slice(0, count);
}

/** What a command stored, for a peer to store as many bytes: the last one in the log. */
async function oneCommand(store: EventStore): Promise<readonly { readonly type: string; readonly data: unknown; readonly metadata: unknown }[]> {
  const { position } = await store.head();
  const { events } = await store.readAll({ after: Math.max(0, position - 20), limit: 20 });
  const last = events.at(-1)?.meta['$correlationId'];
  return events.filter(({ meta }) => meta['$correlationId'] === last).map(({ type, data, meta }) => ({ type, data, metadata: meta }));
}
