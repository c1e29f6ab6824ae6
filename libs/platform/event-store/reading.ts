import { isInstant } from './clock.js';
import { StoreFault, type Position, type Version } from './port.js';

/** What is refused before the log is asked for a page. */
export function mustBePage({ after, limit }: { after: Position; limit: number }): void {
  if (!Number.isSafeInteger(limit) || limit < 1) throw new StoreFault('invalid', `A page of ${limit} events cannot be read`);
  if (!Number.isSafeInteger(after) || after < 0) throw new StoreFault('invalid', `${after} is not a position`);
}

/** What is refused once the log has said where it ends. */
export function mustNotLieBeyond(after: Position, head: Position): void {
  if (after <= head) return;
  const advice = 'an older copy of the log was restored, or the checkpoint belongs to another log. Rebuild what was kept beside it';
  throw new StoreFault('invalid', `Position ${after} lies beyond the head of the log (${head}): ${advice}`);
}

export interface StreamRange {
  readonly from?: Version;
  readonly to?: Version;
  readonly limit?: number;
  readonly backwards?: boolean;
}

/** A range with nothing left out. Versions count from 1 and both ends are included. */
export function wholeRange({ from = 1, to = Number.MAX_SAFE_INTEGER, limit = Number.MAX_SAFE_INTEGER, backwards = false }: StreamRange): Required<StreamRange> {
  for (const [name, value] of Object.entries({ from, to, limit })) {
    if (!Number.isSafeInteger(value) || value < (name === 'to' ? 0 : 1)) throw new StoreFault('invalid', `A stream cannot be read with ${name} ${value}`);
  }
  return { from, to, limit, backwards };
}

export function mustBeInstant(text: string): void {
  if (!isInstant(text)) throw new StoreFault('invalid', `"${text}" is not an instant like 2012-06-13T09:30:00.000Z`);
}

export function holeAt(position: Position): StoreFault {
  return new StoreFault('corrupt', `The log has no event at position ${position}, though later ones exist. Stop writing, and restore the log from a backup`);
}

/** The rows up to the first missing position. Nothing at all, where something must be, is a hole to stop at. */
export function untilHole<Row extends { readonly position: Position }>(rows: readonly Row[], after: Position, head: Position): readonly Row[] {
  let dense = 0;
  while (rows[dense]?.position === after + 1 + dense) dense++;
  if (dense === 0 && (rows.length > 0 || after < head)) throw holeAt(after + 1);
  return dense === rows.length ? rows : rows.slice(0, dense);
}

/** The last position for which the instants, which never go backwards, are at or before the given one. */
export function lastAtOrBefore(instant: string, head: Position, recordedAt: (position: Position) => string): Position {
  let [known, later] = [0, head + 1];
  while (later - known > 1) {
    const middle = Math.floor((known + later) / 2);
    if (recordedAt(middle) <= instant) known = middle;
    else later = middle;
  }
  return known;
}
