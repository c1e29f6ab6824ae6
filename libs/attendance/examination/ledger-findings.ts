import type { Installation } from '#platform/installation';
import { examineLedger, ledgerBuckets } from '#views/ledgers';
import { lagging, type Found, type OutOfOrder } from './out-of-order.js';

const advice = 'Make the ledger again with: tally rebuild ledger. If it stays, report the event';

/**
 * The laws of the ledger over every posting, and the ledger held against the limits: the two are folded from different
 * events, so that a mistake in either shows. `limits` names each bucket of funds, rounds, awards and outside funding that is not empty.
 */
export async function ledgerFindings({ views }: Pick<Installation, 'views'>, limits: ReadonlyMap<string, number>): Promise<Found> {
  await views.caughtUp();
  const { behind = 0 } = (await views.status()).views.find(({ view }) => view === 'ledger') ?? {};
  const [laws, posted] = [await views.ask(examineLedger, {}), await views.ask(ledgerBuckets, {})];
  if (laws.outcome === 'invalid' || posted.outcome === 'invalid') throw new Error('A question without fields cannot be asked wrongly');
  const buckets = new Map(Object.entries(posted.answer));
  const differing = [...new Set([...limits.keys(), ...buckets.keys()])].filter((bucket) => (limits.get(bucket) ?? 0) !== (buckets.get(bucket) ?? 0));
  return {
    checked: [...laws.answer.map(({ name, sentence }) => `ledger ${name}: ${sentence}`), `${limits.size} buckets of limits against the ledger`],
    findings: [
      ...laws.answer.flatMap(({ name, breaches }) => breaches.map(({ where, what }): OutOfOrder => ({ where: `ledger ${name}, ${where}`, what, advice }))),
      ...(differing.length > 0 && behind > 0
        ? [{ where: 'view ledger', what: `is ${behind} events behind the log, so ${differing.length} buckets of limits cannot be held against it`, advice: lagging }]
        : differing.map((bucket): OutOfOrder => ({ where: `limit ${bucket}`, what: `holds ${limits.get(bucket) ?? 0} pence, and the ledger says ${buckets.get(bucket) ?? 0}`, advice }))),
    ],
  };
}
