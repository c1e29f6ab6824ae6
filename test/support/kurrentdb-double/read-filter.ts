import type { ReadReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { DoubleRecord } from './stored-log.js';

/** Which records a filter lets through: by stream or type, by the beginning of its name or by a pattern. */
export function filterOf(options: ReadReq.Options): (record: DoubleRecord) => boolean {
  const filter = options.getFilter();
  if (filter === undefined) return () => true;
  const byStream = filter.getStreamIdentifier();
  const expression = byStream ?? filter.getEventType();
  const pattern = expression?.getRegex() ? new RegExp(expression.getRegex()) : undefined;
  const prefixes = expression?.getPrefixList() ?? [];
  return (record) => {
    const name = byStream ? record.stream : record.type;
    return pattern ? pattern.test(name) : prefixes.some((prefix) => name.startsWith(prefix));
  };
}

/** Records that are looked at between two checkpoints: the window, 32 unless said otherwise, times what the client asks for. */
export function checkpointInterval(options: ReadReq.Options): number {
  const filter = options.getFilter();
  return filter === undefined ? Number.POSITIVE_INFINITY : (filter.getMax() || 32) * filter.getCheckpointintervalmultiplier();
}
