import { minus, nil, plus, type Decided, type EventData, type Money } from '#kernel';
import { awardEvents } from '#domain/awards';
import { claimEvents, fundingEvents } from '#domain/funding';
import type { BudgetLine, LimitState } from '#domain/limits';
import { paymentEvents } from '#domain/payments';
import { fundEvents, roundEvents } from '#domain/programmes';
import type { Office } from './office.js';

type Buckets = Record<string, number>;

/** What the limits of fund-years, rounds, awards and outside funding hold, bucket by bucket; empty buckets left out. */
export function bucketsOfLimits(office: Office): Buckets {
  const held = [...office.streams.keys()]
    .filter((name) => /^limit-(fund|round|award|funding)\./.test(name))
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
  /** Parts of an award from other budget lines: no round stands between them and their funds. */
  const backToFunds = (award: string, bucket: string, lines: readonly { readonly number: number; readonly line: BudgetLine; readonly released: Money }[] = []): void => {
    for (const { number, line, released } of lines) {
      add(`award.${award}.${number} ${bucket}`, released, -1);
      move(year(line), 'allocated', 'available', released);
    }
  };
  const holderOf = ({ award, tranche }: { readonly award: string; readonly tranche?: number | undefined }): string => `award.${award}${tranche === undefined ? '' : `.${tranche}`}`;
  const sum = (amounts: readonly Money[]): Money => amounts.reduce(plus, nil);

  for (const { type, data, stream } of log) {
    const ref = stream.slice(stream.indexOf('-') + 1);
    const is = <E>(event: { readonly type: string } & E): EventData<E> | undefined => (event.type === type ? (data as EventData<E>) : undefined);
    const set = is(fundEvents.BudgetSet);
    if (set) add(`${year(set)} available`, set.amount);
    const cut = is(fundEvents.BudgetReduced);
    if (cut) add(`${year(cut)} available`, cut.amount, -1);
    const vired = is(fundEvents.BudgetVired);
    if (vired) {
      add(`${year(vired)} available`, vired.amount, -1);
      add(`${year({ ...vired, fund: vired.to })} available`, vired.amount);
    }
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
      const parts = approved.otherLines ?? [];
      const first = minus(approved.ceiling, sum(parts.map((each) => each.ceiling)));
      move(`round.${approved.budget.round}`, 'allocated', 'approved', first);
      add(`award.${ref} approved`, first);
      for (const { number, line, ceiling } of parts) {
        move(year(line), 'available', 'allocated', ceiling);
        add(`award.${ref}.${number} approved`, ceiling);
      }
    }
    const signed = is(awardEvents.AgreementSigned);
    if (signed) {
      const lines = signed.otherLines ?? [];
      move(`award.${ref}`, 'approved', 'agreed', minus(signed.amount, sum(lines.filter(({ kind }) => kind === 'part').map((each) => each.amount))));
      back(ref, 'approved', signed.released, signed.returnedTo, signed.budget);
      for (const { number, amount } of lines) move(`award.${ref}.${number}`, 'approved', 'agreed', amount);
      backToFunds(ref, 'approved', lines);
    }
    const confirmed = is(awardEvents.TrancheConfirmed);
    if (confirmed) {
      move(year(confirmed.line), 'available', 'allocated', confirmed.amount);
      add(`award.${ref}.${confirmed.number} ${confirmed.countsAs}`, confirmed.amount);
    }
    const carried = is(awardEvents.CarriedForward);
    if (carried) {
      add(`${holderOf({ award: ref, tranche: carried.fromNumber || undefined })} agreed`, carried.amount, -1);
      if (carried.fromNumber === 0) add(`round.${carried.from.round} approved`, carried.amount, -1);
      move(year(carried.from), 'allocated', 'carried-out', carried.amount);
      add(`${year(carried.line)} allocated`, carried.amount);
      add(`award.${ref}.${carried.number} agreed`, carried.amount);
    }
    const lapsed = is(awardEvents.OfferLapsed);
    if (lapsed) {
      back(ref, 'approved', lapsed.released, lapsed.returnedTo, lapsed.budget);
      backToFunds(ref, 'approved', lapsed.otherLines);
    }
    const withdrawn = is(awardEvents.AwardWithdrawn);
    if (withdrawn) {
      const bucket = withdrawn.stage === 'agreed' ? 'agreed' : 'approved';
      back(ref, bucket, withdrawn.released, withdrawn.returnedTo, withdrawn.budget);
      backToFunds(ref, bucket, withdrawn.otherLines);
    }
    const ended = is(awardEvents.AwardClosed);
    if (ended) {
      const bucket = ended.stage ?? 'agreed';
      back(ref, bucket, ended.released, ended.returnedTo, ended.budget);
      backToFunds(ref, bucket, ended.otherLines);
    }
    const authorised = is(paymentEvents.PaymentAuthorised);
    if (authorised) move(holderOf(authorised), 'agreed', 'authorised', authorised.amount);
    const settled = is(paymentEvents.PaymentSettled);
    if (settled) move(holderOf(settled), 'authorised', 'spent', settled.amount);
    const corrected = is(paymentEvents.SettlementCorrected);
    if (corrected) move(holderOf(corrected), 'spent', 'authorised', corrected.amount);
    const returned = is(paymentEvents.PaymentReturned);
    if (returned) move(holderOf(returned), 'spent', 'authorised', returned.amount);
    const cancelled = is(paymentEvents.PaymentCancelled);
    if (cancelled) {
      const { award, tranche = 0, amount, returnedTo, budget } = cancelled;
      if (returnedTo === 'award') move(holderOf(cancelled), 'authorised', 'agreed', amount);
      else if (returnedTo === 'its-fund') backToFunds(award, 'authorised', [{ number: tranche, line: budget, released: amount }]);
      else back(award, 'authorised', amount, returnedTo, budget);
    }
    const given = is(fundingEvents.FundingOffered);
    if (given) add(`funding.${ref} unclaimed`, given.amount);
    const varied = is(fundingEvents.FundingVaried);
    if (varied) add(`funding.${ref} unclaimed`, minus(varied.amount, varied.before));
    const claimed = is(claimEvents.ExpenseClaimed);
    if (claimed) move(`funding.${claimed.funding}`, 'unclaimed', 'claimed', claimed.amount);
    const repaid = is(claimEvents.ExpenseReimbursed);
    if (repaid) move(`funding.${repaid.funding}`, 'claimed', 'received', repaid.amount);
    const rejected = is(claimEvents.ExpenseRejected);
    if (rejected) move(`funding.${rejected.funding}`, 'claimed', 'unclaimed', rejected.amount);
  }
  return Object.fromEntries(Object.entries(buckets).filter(([, amount]) => amount !== 0));
}
