import { streamParts, type Decided, type IsoDate } from '#kernel';
import { ledger } from './ledger.js';

const nothing = (): void => undefined;
const nowhere = Object.fromEntries(Object.keys(ledger.tables).map((table) => [table, { add: nothing, put: nothing, patch: nothing }]));
/** Whether postings balance does not depend on when: any day does. */
const someDay = { on: '2012-06-13' as IsoDate, recordedAt: '2012-06-13T12:00:00.000Z', version: 1, id: '', position: 1, meta: {} };

/**
 * A law for decisions: what they would post sums to nil in each sub-ledger. Each event is entered nowhere, by the same
 * rules as on replay; throws where the view would stop, so that such an event is never stored.
 */
export function postingsMustBalance(events: readonly Decided[]): void {
  for (const { type, data, stream } of events) {
    ledger.on[type]?.(nowhere, { type, data, stream, ...streamParts(stream), ...someDay });
  }
}
