import { londonDate } from '#kernel/dates';
import { v5 } from 'uuid';
import { systemClock } from './clock.js';
import { StoreFault, type EventStore } from './port.js';

/** A demonstration says so on every page, and may be told when its events were recorded. A live log is neither. */
export type LogKind = 'demonstration' | 'live';

export interface Genesis {
  /** The log's name for ever, as it stands in checkpoints: grants.example.gov.uk/log. */
  readonly origin: string;
  readonly kind: LogKind;
}

const stream = 'log-genesis';
const type = 'LogOpened';
const namespace = '8d0f0a6e-5a0c-5d0e-9c39-0b1f1f6d2f10';
const originForm = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/;

/** Stored. The first event of every log; `format` is the form of the stored record. */
interface LogOpened extends Genesis {
  readonly format: 1;
}

/** Opens an empty log as what is asked for, or reads what the log was opened as. */
export async function openGenesis(store: EventStore, asked: Genesis & { readonly recordedAt?: string }): Promise<Genesis> {
  const { origin, kind, recordedAt } = asked;
  if (!originForm.test(origin)) throw new StoreFault('invalid', `"${origin}" cannot be the origin of a log: write something like grants.example.gov.uk/log`);
  if ((await store.head()).position === 0) {
    const data: LogOpened = { origin, kind, format: 1 };
    const effectiveOn = londonDate(recordedAt ?? systemClock.now());
    await store.append({
      events: [{ id: v5(`genesis ${origin}`, namespace), stream, type, schema: 1, effectiveOn, meta: {}, data }],
      expects: [{ stream, expected: 'absent' }], // when two processes open it at once, the first decides and both read
      ...(recordedAt === undefined ? {} : { recordedAt }),
    });
  }
  const opened = await readGenesis(store);
  if (opened.kind !== kind) {
    throw new StoreFault('invalid', `This log was opened as ${opened.kind} and stays so: choose another file for a ${kind} log, or start with --kind ${opened.kind}`);
  }
  return opened;
}

/** What a log was opened as, as its first event says. */
export async function readGenesis(store: Pick<EventStore, 'readAll'>): Promise<Genesis> {
  const [first] = (await store.readAll({ after: 0, limit: 1 })).events;
  if (first?.stream !== stream || first.type !== type) throw new StoreFault('invalid', 'The log does not begin with its opening: it was not made by Tallystick');
  const { origin, kind } = first.data as LogOpened;
  return { origin, kind };
}
