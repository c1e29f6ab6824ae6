export type ExpectedState = 'any' | 'exists' | number;
export type CheckResult = 'ok' | 'already-there' | 'failed';

/**
 * Whether a stream is as expected, and whether the events are there already: by id at their exact revisions when a revision or
 * "no stream" is expected and lies behind the head, which is the strong of the server's two ways. The weak one, for appends that
 * expect nothing, goes by a cache of recent ids; here nothing is ever found by it, the worst that it may do.
 */
export function checkStream(stream: readonly { readonly id: string }[], expected: ExpectedState, ids: readonly string[]): CheckResult {
  const head = stream.length - 1;
  if (expected === 'any') return 'ok';
  if (expected === 'exists') return head >= 0 ? 'ok' : 'failed';
  if (expected === head) return 'ok';
  if (expected > head || ids.length === 0) return 'failed';
  return ids.every((id, index) => stream[expected + 1 + index]?.id === id) ? 'already-there' : 'failed';
}
