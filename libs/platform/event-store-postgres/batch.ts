import { type AppendResult, type Position, type PreparedAppend, type PreparedExpectation } from '#platform/event-store';
import { bigints, integers, texts, uuids } from './binary-arrays.js';

const nobody = '00000000-0000-0000-0000-000000000000';
const inNumbers = { any: -1, present: -2 } as const;
/** No stream stands there: what the requests expect of one another cannot be. */
const nowhere = -3;

/** What the server's `append` takes, and what is needed to read its answer. */
export interface Batch {
  readonly requests: readonly PreparedAppend[];
  readonly parameters: readonly unknown[];
  /** For each request the latest instant that it or an earlier one asks for. */
  readonly reached: readonly string[];
}

/** A row of the server's answer; what doesn't belong to its outcome is null. */
export type AnswerRow = readonly [
  outcome: string, first: Position | null, recordedAt: string | null, stream: string | null, actual: number | null, id: string | null,
];

/** A stream that a batch writes, or expects something of. */
class Stream {
  readonly place: number;
  /** The ids of this batch's events on it, in order. */
  readonly own: string[] = [];
  /** Where it must stand before the batch for all of the batch to hold, and under which event. */
  stands: number = inNumbers.any;
  standsUnder = nobody;

  constructor(place: number) {
    this.place = place;
  }

  /** Says what a belief means for the stream before the batch; false when it cannot hold together with the rest. */
  expect(expected: PreparedExpectation['expected'], headId: string | undefined): boolean {
    if (expected === 'any') return true;
    if (expected === 'present') {
      if (this.own.length === 0 && this.stands === inNumbers.any) this.stands = inNumbers.present;
      return this.own.length > 0 || this.stands !== 0;
    }
    const before = expected - this.own.length;
    const agrees = this.stands === before || this.stands === inNumbers.any || (this.stands === inNumbers.present && before > 0);
    this.stands = before;
    if (headId === undefined) return agrees && before >= 0;
    if (this.own.length > 0) return agrees && before >= 0 && this.own.at(-1) === headId;
    const agreesUnder = this.standsUnder === nobody || this.standsUnder === headId;
    this.standsUnder = headId;
    return agrees && agreesUnder;
  }
}

/**
 * Lays requests out as columns. What they expect of one another is settled here, on the assumption that all are stored: the
 * server then compares each stream once with where it stands. Where that cannot be, it settles them one by one.
 */
export function batchOf(requests: readonly PreparedAppend[], now: string): Batch {
  const streams = new Map<string, Stream>();
  const events = columns(['ids', 'types', 'openings', 'middles', 'ats'], ['places', 'nths']);
  const beliefs = columns(['headIds'], ['places', 'expected']);
  const reached: string[] = [];
  let possible = true;
  let latest = '';

  const streamCalled = (name: string): Stream => {
    let stream = streams.get(name);
    if (stream === undefined) streams.set(name, (stream = new Stream(streams.size + 1)));
    return stream;
  };
  for (const request of requests) {
    const at = request.recordedAt ?? now;
    if (at > latest) latest = at;
    reached.push(latest);
    for (const belief of request.expects) {
      const stream = streamCalled(belief.stream);
      if (!stream.expect(belief.expected, belief.headId)) possible = false;
      beliefs.places.push(stream.place);
      beliefs.expected.push(asNumber(belief));
      beliefs.headIds.push(belief.headId ?? nobody);
    }
    for (const { id, stream: name, type, before, between } of request.events) {
      const stream = streamCalled(name);
      events.ids.push(id);
      events.places.push(stream.place);
      events.nths.push(stream.own.push(id));
      events.types.push(type);
      events.openings.push(before);
      events.middles.push(between);
      events.ats.push(latest);
    }
  }
  const standing = [...streams.values()];
  const parameters = [
    texts([...streams.keys()]), bigints(standing.map(({ stands }) => (possible ? stands : nowhere))), uuids(standing.map((stream) => stream.standsUnder)),
    uuids(events.ids), integers(events.places), integers(events.nths), integers(events.ids.map((_, index) => index + 1)),
    texts(events.types), texts(events.openings), texts(events.middles), texts(events.ats),
    integers(requests.map((request) => request.events.length)), texts(requests.map(({ recordedAt }) => recordedAt ?? now)),
    integers(requests.map(({ expects }) => expects.length)), integers(beliefs.places), bigints(beliefs.expected), uuids(beliefs.headIds),
  ];
  return { requests, parameters, reached };
}

/** Empty columns of texts and of numbers. */
function columns<Text extends string, Count extends string>(ofText: readonly Text[], ofCounts: readonly Count[]) {
  return Object.fromEntries([...ofText, ...ofCounts].map((name) => [name, []])) as unknown as Record<Text, string[]> & Record<Count, number[]>;
}

const asNumber = ({ expected }: PreparedExpectation): number => (typeof expected === 'number' ? expected : inNumbers[expected]);

/** The answer for each request, in their order, and the last position that was written, 0 when none was. */
export function resultsOf({ requests, reached }: Batch, rows: readonly AnswerRow[]): { results: AppendResult[]; head: Position } {
  const [outcome, after, latest] = rows[0] as AnswerRow;
  if (outcome !== 'together') {
    const results = rows.map((row, index) => resultOf(requests[index] as PreparedAppend, row));
    return { results, head: results.reduce((head, result) => (result.outcome === 'stored' && !result.repeated ? Math.max(head, result.last) : head), 0) };
  }
  let head = after as Position;
  const results = requests.map(({ events }, index): AppendResult => {
    const first = head + 1;
    head += events.length;
    const at = reached[index] as string;
    return { outcome: 'stored', first, last: head, recordedAt: latest !== null && latest > at ? latest : at, repeated: false };
  });
  return { results, head };
}

function resultOf({ events, expects }: PreparedAppend, [outcome, first, recordedAt, stream, actual, id]: AnswerRow): AppendResult {
  if (outcome === 'conflict') {
    const belief = expects.find((expectation) => expectation.stream === stream) as PreparedExpectation;
    return { outcome, stream: belief.stream, expected: belief.expected, actual: actual as number };
  }
  if (outcome === 'id-taken') return { outcome, id: id as string };
  const start = first as Position;
  return { outcome: 'stored', first: start, last: start + events.length - 1, recordedAt: recordedAt as string, repeated: outcome === 'repeated' };
}

/** Requests that may travel together: of two appends of the same events at once, the second finds the first one stored. */
export function journeys(requests: readonly PreparedAppend[]): PreparedAppend[][] {
  const all: PreparedAppend[][] = [[]];
  let ids = new Set<string>();
  for (const request of requests) {
    if (request.events.some(({ id }) => ids.has(id))) {
      all.push([]);
      ids = new Set();
    }
    for (const { id } of request.events) ids.add(id);
    all.at(-1)?.push(request);
  }
  return all;
}
