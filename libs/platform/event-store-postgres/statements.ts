/** Every question that is asked of the log in a schema; which index answers each is a test. */
export function questionsOf(schema: string) {
  const events = `${schema}.events`;
  const head = `(SELECT max(h.position) FROM ${events} h)`;
  // A join with a single row keeps the order of what it is joined to. To sort once more would write long pages to the server's
  // disk, and fail when that is full; the order that comes is checked by whoever reads.
  const stream = (direction: 'ASC' | 'DESC'): string => `
    SELECT (SELECT v.version FROM ${events} v WHERE v.stream = $1 ORDER BY v.version DESC LIMIT 1), e.position, e.record
      FROM (SELECT) one LEFT JOIN (
        SELECT position, record FROM ${events} WHERE stream = $1 AND version BETWEEN $2 AND $3 ORDER BY version ${direction} LIMIT $4
      ) e ON true`;
  // Positions are dense, so a page is a range of them; the head comes with it, as of the same moment.
  const page = (columns: string): string => `
    SELECT ${head}, e.position, ${columns}
      FROM (SELECT) one LEFT JOIN (SELECT * FROM ${events} WHERE position > $1 AND position <= $1 + $2 ORDER BY position) e ON true`;
  return {
    head: { name: 'head', text: `SELECT position, recorded_at FROM ${events} ORDER BY position DESC LIMIT 1` },
    forwards: { name: 'forwards', text: stream('ASC') },
    backwards: { name: 'backwards', text: stream('DESC') },
    page: { name: 'page', text: page('e.record') },
    /** Every position, so that a hole shows, but the bytes of the wanted types only. */
    pageOfTypes: { name: 'pageOfTypes', text: page('CASE WHEN e.type = ANY ($3) THEN e.record END') },
    records: { name: 'records', text: page('e.record, e.leaf, e.id, e.stream, e.version, e.type, e.recorded_at') },
    byId: { name: 'byId', text: `SELECT position, record FROM ${events} WHERE id = $1` },
    versions: {
      name: 'versions',
      text: `
        SELECT s.stream, (SELECT e.version FROM ${events} e WHERE e.stream = s.stream COLLATE "C" ORDER BY e.version DESC LIMIT 1)
          FROM unnest($1::text[]) s(stream)`,
    },
    knownAt: { name: 'knownAt', text: `SELECT ${schema}.position_known_at($1)` },
  } as const;
}
