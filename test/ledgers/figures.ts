import { awards, fundingsList, ledgerBuckets, programmePage, programmesList } from '#views';
import type { AnyQuestion, ViewStore } from '#platform/view-store';

async function asked<Answer>(views: ViewStore, question: AnyQuestion<object, Answer>, input: object = {}): Promise<Answer> {
  const came = await views.ask(question, input);
  if (came.outcome === 'invalid') throw new Error(JSON.stringify(came.problems));
  return came.answer;
}

/** What registers say that funds, rounds, awards and outside funding hold, in the words of the ledger's buckets. */
export async function figuresOf(views: ViewStore): Promise<Readonly<Record<string, number>>> {
  const figures: Record<string, number> = {};
  for (const { reference, paidMinor, authorisedMinor, committedMinor } of (await asked(views, awards, { size: 50_000 })).rows) {
    const limit = `award.${reference}`;
    figures[`${limit} spent`] = paidMinor;
    figures[`${limit} authorised`] = authorisedMinor;
    figures[`${limit} left`] = committedMinor - paidMinor - authorisedMinor;
  }
  for (const { code } of await asked(views, programmesList)) {
    for (const { reference, leftMinor, fund, financialYear, fundAvailableMinor } of (await asked(views, programmePage, { programme: code }))?.rounds ?? []) {
      figures[`round.${reference} allocated`] = leftMinor;
      figures[`fund.${fund}.${financialYear} available`] = fundAvailableMinor;
    }
    for (const { funding, amountMinor, claimedMinor, receivedMinor } of (await asked(views, fundingsList, { programme: code })).fundings) {
      figures[`funding.${funding} unclaimed`] = amountMinor - claimedMinor - receivedMinor;
      figures[`funding.${funding} claimed`] = claimedMinor;
      figures[`funding.${funding} received`] = receivedMinor;
    }
  }
  return figures;
}

/** The same from the ledger. What is approved and what is agreed are one figure, what an award has left to draw, and so are its parts from other budget lines. */
export async function bucketsOf(views: ViewStore): Promise<Readonly<Record<string, number>>> {
  const buckets: Record<string, number> = {};
  for (const [name, amount] of Object.entries(await asked(views, ledgerBuckets))) {
    const same = name.replace(/^(award\.[A-Z]+-\d+-\d+)\.\d+ /, '$1 ').replace(/^(award\.\S+) (approved|agreed)$/, '$1 left');
    buckets[same] = (buckets[same] ?? 0) + amount;
  }
  return buckets;
}
