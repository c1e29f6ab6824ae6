import { isDate } from '#kernel/dates';
import { canonicalJson } from './canonical.js';
import { isInstant } from './clock.js';
import { limits } from './limits.js';
import { StoreFault, type AppendRequest, type EventToAppend, type StreamExpectation, type Version } from './port.js';
import { recordParts, type RecordParts } from './record.js';
import { mustBeStreamName } from './stream-name.js';

/** An event with its bytes written, but for the two parts that only the writer knows. */
export interface PreparedEvent extends RecordParts {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
}

/** A request that no adapter can find fault with any more. */
export interface PreparedAppend {
  readonly events: readonly PreparedEvent[];
  readonly expects: readonly PreparedExpectation[];
  readonly recordedAt?: string;
  /** Characters, near enough to bytes to keep a batch bounded. */
  readonly size: number;
}

export interface PreparedExpectation {
  readonly stream: string;
  /** 'absent' is version 0. */
  readonly expected: 'any' | 'present' | Version;
  /** Id of the event that must stand at the expected version. */
  readonly headId?: string;
}

const invalid = (message: string): never => {
  throw new StoreFault('invalid', message);
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Whether an event may carry this id: a UUID in lower case. */
export const isEventId = (id: string): boolean => uuid.test(id);
const typeName = /^[A-Za-z][A-Za-z0-9]{0,99}$/;
const [instantBytes, versionBytes] = [24, 16]; // counted at their longest: an event fits, or not, wherever it lands

/** Validates and writes an append, the same for every adapter. Throws StoreFault 'invalid' before anything is queued. */
export function prepare(request: AppendRequest): PreparedAppend {
  const { events, expects, recordedAt } = request;
  if (events.length === 0) invalid('An append needs at least one event');
  if (events.length > limits.eventsPerAppend) invalid(`An append of ${events.length} events is above the limit of ${limits.eventsPerAppend}: split the work`);
  if (recordedAt !== undefined && !isInstant(recordedAt)) invalid(`recordedAt "${recordedAt}" is not an instant like 2012-06-13T09:30:00.000Z`);
  if (events.length > 1 && new Set(events.map(({ id }) => id)).size < events.length) invalid('Two events of one append carry the same id');

  let size = 0;
  const metadata = new MetaOnce();
  const prepared = events.map((event) => {
    const parts = prepareEvent(event, metadata);
    size += parts.before.length + parts.between.length;
    return parts;
  });
  return { events: prepared, expects: prepareExpectations(expects), ...(recordedAt === undefined ? {} : { recordedAt }), size };
}

/** Metadata as it is written. The events of a decision bear the same, with all that was read in it, so that it is looked at once for all of them. */
class MetaOnce {
  #last: { readonly effectiveOn: string; readonly meta: EventToAppend['meta']; readonly text: string } | undefined;

  of(event: EventToAppend): string {
    const { effectiveOn, meta } = event;
    if (this.#last?.meta === meta && this.#last.effectiveOn === effectiveOn) return this.#last.text;
    mustHaveDayAndMeta(event);
    const text = written(event, 'meta');
    this.#last = { effectiveOn, meta, text };
    return text;
  }
}

/** Throws StoreFault 'invalid' unless names, numbers, day and metadata of an event are in their forms. */
export function mustBeEvent(event: EventToAppend): void {
  mustBeNamed(event);
  mustHaveDayAndMeta(event);
}

function mustBeNamed(event: EventToAppend): void {
  const { id, stream, type } = event;
  if (!isEventId(id)) invalid(`Event id "${id}" is not a UUID in lower case`);
  mustBeStreamName(stream);
  if (!typeName.test(type)) invalid(`"${type}" is not the name of an event type`);
  if (!Number.isSafeInteger(event.schema) || event.schema < 1) invalid(`${type} has schema version ${event.schema}; the first is 1`);
}

function mustHaveDayAndMeta(event: EventToAppend): void {
  const { type } = event;
  if (!isDate(event.effectiveOn)) invalid(`${type} is effective on "${event.effectiveOn}", which is not a date`);
  for (const [name, value] of Object.entries(event.meta)) {
    if (typeof value !== 'string') invalid(`meta.${name} of ${type} is not text: metadata is a flat map of strings on every adapter`);
  }
}

function prepareEvent(event: EventToAppend, metadata: MetaOnce): PreparedEvent {
  mustBeNamed(event);
  const { id, stream, type } = event;
  const { before, between } = recordParts(event, written(event, 'data'), metadata.of(event));
  const characters = before.length + between.length + instantBytes + versionBytes + 1;
  // A UTF-16 unit is at most three bytes of UTF-8, so nearly every event is within the limit without counting.
  if (characters * 3 > limits.recordBytes) {
    const bytes = Buffer.byteLength(before) + Buffer.byteLength(between) + instantBytes + versionBytes + 1;
    const advice = 'keep documents outside and their digest inside';
    if (bytes > limits.recordBytes) invalid(`${type} is ${bytes} bytes as a record, above the limit of ${limits.recordBytes}: ${advice}`);
  }
  return { id, stream, type, before, between };
}

function written(event: EventToAppend, part: 'data' | 'meta'): string {
  try {
    return canonicalJson(event[part]);
  } catch (fault) {
    throw fault instanceof StoreFault ? new StoreFault('invalid', `${event.type}: ${part}${fault.message.slice(1)}`) : fault;
  }
}

function prepareExpectations(expects: readonly StreamExpectation[]): PreparedExpectation[] {
  const streams = new Set<string>();
  return expects.map(({ stream, expected, headId }) => {
    mustBeStreamName(stream);
    if (streams.has(stream)) invalid(`The append states two expectations about ${stream}`);
    streams.add(stream);
    if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0)) invalid(`Version ${expected} of ${stream} cannot exist`);
    if (headId !== undefined && !(isEventId(headId) && typeof expected === 'number' && expected > 0)) invalid(`The head of ${stream} can be expected by id only at a version above 0`);
    return { stream, expected: expected === 'absent' ? 0 : expected, ...(headId === undefined ? {} : { headId }) };
  });
}
