import { assessmentEvents } from '#domain/assessments';
import { awardEvents } from '#domain/awards';
import { claimEvents, fundingEvents } from '#domain/funding';
import { daysLogEvents } from '#domain/support';
import { add, type Watch } from './told.js';

/** What was shared is the sum of the shares to the penny, with what nobody may have. */
export function shares(): Watch {
  const given = new Map<string, number>();
  return ({ ref, is }) => {
    const shared = is(assessmentEvents.FundShared);
    if (!shared) return undefined;
    const first = (shared.page ?? 1) === 1;
    if (first) given.set(ref, 0);
    const sum = add(given, ref, shared.shares.reduce((all, { amount }) => all + amount.minor, 0));
    if ((shared.page ?? 1) < (shared.pages ?? 1)) return undefined;
    const over = shared.shares.find(({ amount }) => shared.most !== undefined && amount.minor > shared.most.minor);
    if (over) return `${ref} shares more than the most with ${over.application}`;
    const whole = sum + shared.unshared.minor;
    return whole === shared.amount.minor ? undefined : `${ref} shares ${sum} and keeps ${shared.unshared.minor} of ${shared.amount.minor}`;
  };
}

/** Days that were worked or given back are never more than were approved; what an event says is left is what is left. */
export function days(): Watch {
  const left = new Map<string, number>();
  return ({ ref, is }) => {
    const approved = is(awardEvents.AwardApproved)?.days;
    if (approved !== undefined) left.set(ref, approved);
    const [logged, corrected, released] = [is(daysLogEvents.DaysLogged), is(daysLogEvents.DaysCorrected), is(daysLogEvents.DaysReleased)];
    const ended = is(awardEvents.OfferLapsed) ?? is(awardEvents.AwardWithdrawn) ?? is(awardEvents.AwardClosed);
    const there = add(left, ref, (corrected?.days ?? 0) - (logged?.days ?? 0) - (released?.days ?? 0) - (ended?.daysReleased ?? 0));
    if (there < 0) return `${ref} has ${-there} hundredths of a day too many`;
    if (ended && there !== 0) return `${ref} ended with ${there} hundredths of a day that nobody can use`;
    const said = (logged ?? corrected ?? released)?.left;
    return said === undefined || said === there ? undefined : `${ref} says that ${said} are left, and ${there} are`;
  };
}

/** What is claimed of a funder was spent, and is within what was offered. */
export function claims(): Watch {
  const [offered, spent, claimed] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  return ({ ref, is }) => {
    const amount = (is(fundingEvents.FundingOffered) ?? is(fundingEvents.FundingVaried))?.amount;
    if (amount) offered.set(ref, amount.minor);
    const incurred = is(fundingEvents.ExpenseIncurred);
    if (incurred) add(spent, ref, incurred.amount.minor);
    const [claim, rejected] = [is(claimEvents.ExpenseClaimed), is(claimEvents.ExpenseRejected)];
    const funding = claim?.funding ?? rejected?.funding ?? ref;
    const sum = add(claimed, funding, (claim?.amount.minor ?? 0) - (rejected?.amount.minor ?? 0));
    if (sum > (offered.get(funding) ?? 0)) return `${funding} is claimed up to ${sum}, and ${offered.get(funding) ?? 0} was offered`;
    return sum > (spent.get(funding) ?? 0) ? `${funding} is claimed up to ${sum}, and ${spent.get(funding) ?? 0} was spent` : undefined;
  };
}
