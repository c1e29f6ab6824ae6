/**
 * How our streams are called in KurrentDB. One prefix stands before all of them, so that $all can be asked for ours alone; behind
 * it, events and bookkeeping part ways at a character that no stream name of ours has.
 */
export interface Names {
  /** What the names of all streams of events begin with. */
  readonly events: string;
  /** One record for each batch: the head of the log is its last. */
  readonly batches: string;
  /** The stream whose only record says where the event with this id stands. */
  placeOf(id: string): string;
  streamOf(stream: string): string;
  /** The stream's own name again. */
  ownName(stream: string): string;
}

export function namesOf(log: string): Names {
  const events = `${log}.`;
  return {
    events,
    batches: `${log}:batches`,
    placeOf: (id) => `${log}:place-${id}`,
    streamOf: (stream) => `${events}${stream}${letterCase(stream)}`,
    ownName: (stream) => stream.slice(events.length).replace(/~.*$/, ''),
  };
}

/**
 * A request to KurrentDB takes two streams whose names differ in case only for one, though the database keeps them apart. So a name
 * with small letters in its id says which they are: `log-genesis` becomes `log-genesis~7f`, `award-AW-2012-004` stays what it is.
 */
function letterCase(stream: string): string {
  const letters = stream.slice(stream.indexOf('-')).replace(/[^A-Za-z]/g, '');
  const bits = letters.replace(/[a-z]/g, '1').replace(/[A-Z]/g, '0');
  return bits.includes('1') ? `~${BigInt(`0b${bits}`).toString(16)}` : '';
}
