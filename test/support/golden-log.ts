import { openGenesis, type EventStore, type EventToAppend } from '#platform/event-store';

/** The events of the golden log, for ever the same: every kind of append, text and number that a stored record may hold. */
const idOf = (turn: number) => `60000000-0000-4000-8000-${String(turn).padStart(12, '0')}`;
const event = (turn: number, stream: string, type: string, data: unknown, schema = 1): EventToAppend => ({
  id: idOf(turn), stream, type, schema, effectiveOn: '2012-06-13', meta: { actor: 'person:1', role: 'approver', $correlationId: `c-${turn}` }, data,
});

const appends: readonly EventToAppend[][] = [
  [event(1, 'fund-F:FY1213', 'FundOpened', { available: { minor: 1_000_000_00, currency: 'GBP' } })],
  [event(2, 'award-AW-2012-001', 'AwardRecommended', { to: 'Cyngor Sir Ynys Môn', note: 'for “café” & 😀\u0000\n' })],
  [
    event(3, 'award-AW-2012-001', 'AwardApproved', { ceiling: { minor: 250_000_00, currency: 'GBP', qualifier: 'up to' } }, 2),
    event(4, 'fund-F:FY1213', 'FundsCommitted', { award: 'AW-2012-001', minor: 250_000_00 }),
  ],
  [event(5, 'award-AW-2012-002', 'AwardRecommended', { list: [[], {}, null, true, -(2 ** 53 - 1), 2 ** 53 - 1], '': 'empty key', A: 1, a: 2 })],
  Array.from({ length: 20 }, (_, index) => event(6 + index, 'award-AW-2012-002', 'EvidenceReceived', { index, text: 'x'.repeat(index * 10) })),
];

/** Months apart, so that what was known when can be asked of it. */
export async function writeGoldenLog(store: EventStore): Promise<void> {
  await openGenesis(store, { origin: 'grants.example.gov.uk/log/golden', kind: 'demonstration', recordedAt: '2012-06-01T09:00:00.000Z' });
  for (const [index, events] of appends.entries()) {
    await store.append({ events, expects: [], recordedAt: `2012-${String(7 + index).padStart(2, '0')}-01T09:00:00.000Z` });
  }
}
