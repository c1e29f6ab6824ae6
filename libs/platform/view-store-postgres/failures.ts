import type { Failure } from '#platform/view-store';

/** What PostgreSQL's codes mean here: data that is refused (22, 23, or too large for an index, 54), 55P03 a lock not got, 42P01 no such table. */
export function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '42P01') return 'gone';
  if (code === '55P03' || code === '40P01') return 'in-use';
  return /^(22|23|54)...$/.test(code) ? 'row' : 'machine';
}
