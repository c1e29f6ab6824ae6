import { StoreFault, type Position, type RecordedEvent } from './port.js';

/** One retired shape brought up by one schema version. Stored bytes are never touched. */
export interface Upcast {
  readonly type: string;
  /** The schema version that `up` reads; it returns the next. */
  readonly from: number;
  up(data: unknown): unknown;
}

export interface Codec {
  /** A stored record as the rest of the system sees it: the current shape. */
  decode(position: Position, record: string): RecordedEvent;
}

interface StoredShape {
  readonly data: unknown;
  readonly effectiveOn: string;
  readonly id: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly recordedAt: string;
  readonly schema: number;
  readonly stream: string;
  readonly type: string;
  readonly version: number;
}

/** Upcasts of one type by the schema that they read, and the newest schema that comes out. */
interface Chain {
  readonly steps: ReadonlyMap<number, Upcast>;
  readonly current: number;
}

/**
 * Upcasts chain: 1 to 2, 2 to 3. `current` names the schema of types whose shape this version knows, so that an event
 * written by a newer version is refused, not misread. A type in neither passes through untouched.
 */
export function createCodec(upcasts: readonly Upcast[], current: Readonly<Record<string, number>> = {}): Codec {
  const chains = chainsOf(upcasts, current);

  function raised(stored: StoredShape, position: Position): { schema: number; data: unknown } {
    const chain = chains.get(stored.type);
    if (chain === undefined) return stored;
    if (stored.schema > chain.current) {
      const found = `${stored.type} at position ${position} has schema ${stored.schema}; this version knows up to ${chain.current}`;
      throw new StoreFault('corrupt', `The log was written by a newer version of Tallystick: ${found}. Run the newer version`);
    }
    let { data } = stored;
    for (let schema = stored.schema; schema < chain.current; schema++) {
      const step = chain.steps.get(schema);
      if (step === undefined) throw new StoreFault('corrupt', `Nothing reads schema ${schema} of ${stored.type} (position ${position}): its upcast is missing`);
      data = step.up(data);
    }
    return { schema: chain.current, data };
  }

  return {
    decode(position, record) {
      const stored = parse(position, record);
      const { schema, data } = raised(stored, position);
      const { id, stream, version, type, recordedAt, effectiveOn, meta } = stored;
      return { position, id, stream, version, type, schema, recordedAt, effectiveOn, meta, data };
    },
  };
}

function parse(position: Position, record: string): StoredShape {
  try {
    return JSON.parse(record) as StoredShape;
  } catch (cause) {
    throw new StoreFault('corrupt', `The record at position ${position} is not JSON: restore the log from a backup and compare`, { cause });
  }
}

function chainsOf(upcasts: readonly Upcast[], current: Readonly<Record<string, number>>): Map<string, Chain> {
  const chains = new Map<string, { steps: Map<number, Upcast>; current: number }>();
  for (const [type, schema] of Object.entries(current)) chains.set(type, { steps: new Map(), current: schema });
  for (const upcast of upcasts) {
    const chain = chains.get(upcast.type) ?? { steps: new Map<number, Upcast>(), current: upcast.from + 1 };
    if (chain.steps.has(upcast.from)) throw new StoreFault('invalid', `Two upcasts read schema ${upcast.from} of ${upcast.type}`);
    chain.steps.set(upcast.from, upcast);
    const declared = current[upcast.type];
    if (declared !== undefined && upcast.from >= declared) {
      throw new StoreFault('invalid', `An upcast of ${upcast.type} reads schema ${upcast.from}, but ${declared} is current`);
    }
    chain.current = declared ?? Math.max(chain.current, upcast.from + 1);
    chains.set(upcast.type, chain);
  }
  return chains;
}

/** Reads everything as it stands. For tools that look at the log and not at its meaning. */
export const plainCodec: Codec = createCodec([]);
