import type { Decided, EventData, Money } from '#kernel';
import { awardEvents } from '#domain/awards';
import type { BudgetLine, LimitState } from '#domain/limits';
import { paymentEvents } from '#domain/payments';
import { fundEvents, roundEvents } from '#domain/programmes';
import type { Office } from './office.js';

type Buckets = Record<string, number>;

/** What the limits of fund-years, rounds and awards hold, bucket by bucket; empty buckets left out. */
export function bucketsOfLimits(office: Office): Buckets {
  const held = [...office.streams.keys()]
    .filter((name) => /^limit-(fund|round|award)\./.test(name))
    .flatMap((name) => {
      const state = office.now(name).state as LimitState;
      return state.stage === 'open' ? Object.entries(state.buckets).map(([bucket, amount]) => [`${name.slice(6)} ${bucket}`, amount] as const) : [];
    });
  return Object.fromEntries(held.filter(([, amount]) => amount !== 0));
}

/**
 * The same, worked out from nothing but the events of funds, rounds, awards and payments, as a ledger must: rows 1 to 24
 * of the postings. If an event carried too little, this could not be written; if a rule moved a limit wrongly, it differs.
 */
export function bucketsOfEvents(log: readonly Decided[]): Buckets {
  const buckets: Buckets = {};
  const add = (holder: string, { minor }: Money, sign: 1 | -1 = 1): void => {
    buckets[holder] = (buckets[holder] ?? 0) + sign * minor;
  };
  const year = ({ fund, financialYear }: { readonly fund: string; readonly financialYear: string }): string => `fund.${fund}.${financialYear}`;
  const move = (holder: string, from: string, to: string, amount: Money): void => {
    add(`${holder} ${from}`, amount, -1);
    add(`${holder} ${to}`, amount);
  };
  const back = (award: string, bucket: string, released: Money, to: 'round' | 'fund', budget: BudgetLine): void => {
    add(`award.${award} ${bucket}`, released, -1);
    if (to === 'round') return move(`round.${budget.round}`, 'approved', 'allocated', released);
    add(`round.${budget.round} approved`, released, -1);
    move(year(budget), 'allocated', 'available', released);
  };

  for (const { type, data, stream } of log) {
    const ref = stream.slice(stream.indexOf('-') + 1);
    const is = <E>(event: { readonly type: string } & E): EventData<E> | undefined => (event.type === type ? (data as EventData<E>) : undefined);
    const set = is(fundEvents.BudgetSet);
    if (set) add(`${year(set)} available`, set.amount);
    const cut = is(fundEvents.BudgetReduced);
    if (cut) add(`${year(cut)} available`, cut.amount, -1);
    const opened = is(roundEvents.RoundOpened);
    if (opened) {
      move(year(opened.budget), 'available', 'allocated', opened.allocation);
      add(`round.${ref} allocated`, opened.allocation);
    }
    const closed = is(roundEvents.RoundClosed);
    if (closed) {
      add(`round.${ref} allocated`, closed.returned, -1);
      move(year(closed.budget), 'allocated', 'available', closed.returned);
    }
    const approved = is(awardEvents.AwardApproved);
    if (approved) {
      move(`round.${approved.budget.round}`, 'allocated', 'approved', approved.ceiling);
      add(`award.${ref} approved`, approved.ceiling);
    }
    const signed = is(awardEvents.AgreementSigned);
    if (signed) {
      move(`award.${ref}`, 'approved', 'agreed', signed.amount);
      back(ref, 'approved', signed.released, signed.returnedTo, signed.budget);
    }
    const lapsed = is(awardEvents.OfferLapsed);
    if (lapsed) back(ref, 'approved', lapsed.released, lapsed.returnedTo, lapsed.budget);
    const withdrawn = is(awardEvents.AwardWithdrawn);
    if (withdrawn) back(ref, withdrawn.stage === 'agreed' ? 'agreed' : 'approved', withdrawn.released, withdrawn.returnedTo, withdrawn.budget);
    const ended = is(awardEvents.AwardClosed);
    if (ended) back(ref, 'agreed', ended.released, ended.returnedTo, ended.budget);
    const authorised = is(paymentEvents.PaymentAuthorised);
    if (authorised) move(`award.${authorised.award}`, 'agreed', 'authorised', authorised.amount);
    const settled = is(paymentEvents.PaymentSettled);
    if (settled) move(`award.${settled.award}`, 'authorised', 'spent', settled.amount);
    const corrected = is(paymentEvents.SettlementCorrected);
    if (corrected) move(`award.${corrected.award}`, 'spent', 'authorised', corrected.amount);
    const returned = is(paymentEvents.PaymentReturned);
    if (returned) move(`award.${returned.award}`, 'spent', 'authorised', returned.amount);
    const cancelled = is(paymentEvents.PaymentCancelled);
    if (cancelled) {
      if (cancelled.returnedTo === 'award') move(`award.${cancelled.award}`, 'authorised', 'agreed', cancelled.amount);
      else back(cancelled.award, 'authorised', cancelled.amount, cancelled.returnedTo, cancelled.budget);
    }
  }
  return Object.fromEntries(Object.entries(buckets).filter(([, amount]) => amount !== 0));
}
