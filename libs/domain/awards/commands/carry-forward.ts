import { count, decide, exceeds, isRefusal, money, nil, present, reference, refuse, showMoney, text, type AwardRef, type Money } from '#kernel';
import { awardLimit, financialYearField, limit, move, moneyLeft, open, raise, reduce, roundLimit, trancheLimit } from '#domain/limits';
import { assessment, assessorsOf } from '#domain/assessments';
import { interestRefusals, interests } from '#domain/programmes';
import { authorityClaimed, type AuthorityClaimed } from '../authority.js';
import { nextNumber } from '../award-holdings.js';
import { award } from '../award.js';
import { authorityMustCommit, authorityMustReach, committingRefusals, reachRefusals } from '../policies/authority-must-reach.js';
import { readAuthority, shown } from '../policies/authority.js';
import { lineOf } from '../policies/line-of-award.js';
import { readFund } from '../policies/held-by-terms.js';
import { noPaymentMayBeUnderWay, paymentRefusals } from '../policies/no-payment-may-be-under-way.js';
import { CarriedForward } from '../tranche.events.js';

export class CarryForward {
  @reference('AW', 'Award') award!: AwardRef;
  @count('Number of the part', { hint: '0 is the first budget line of the award' }) from!: number;
  @financialYearField('To the financial year') financialYear!: string;
  @money('Amount') amount!: Money;
  @authorityClaimed authority!: AuthorityClaimed;
  @text('Reason') reason!: string;
}

export const carryForward = decide(award, CarryForward, {
  summary: 'Carry what was not drawn of one year of an award forward to a later one, by a body’s decision or under its delegation.',
  permission: 'award:approve',
  ref: ({ award: ref }) => ref,
  facts: async (read, { authority, from, award: ref, financialYear }, state, { on }) => {
    const { terms } = present(state);
    const { line } = lineOf(state, from) ?? { line: terms.budget };
    return {
      authority: await readAuthority(read, authority, on),
      interests: await read.ifAny(interests, terms.budget.round),
      assessment: await read.ifAny(assessment, terms.budget.round),
      money: await read.ifAny(limit, from === 0 ? awardLimit(ref) : trancheLimit(ref, from)),
      round: await read(limit, roundLimit(terms.budget.round)),
      before: await readFund(read, line),
      after: await readFund(read, { ...line, financialYear }),
    };
  },
  refusals: {
    'award-is-not-agreed': 'This award is {stage}, and only what is agreed and not drawn is carried forward',
    'carry-forward-not-allowed': 'The terms of this award say that what is left of a year is not carried forward',
    'line-is-not-there': 'This award has no part {number} that is confirmed',
    'year-is-not-later': '{financialYear} is not after {from}. Money is carried forward to a later year only',
    ...paymentRefusals,
    'over-what-is-undrawn': '{left} is not drawn of that year, so {amount} cannot be carried forward',
    ...committingRefusals,
    ...reachRefusals,
    ...interestRefusals,
    'approver-recommended-it': 'You recommended this award, so someone else must carry its money forward',
    'approver-assessed-it': 'You scored the application for this award, so someone else must carry its money forward',
  },
  apart: {
    'interest-bars-the-round': ({ facts }) => facts.interests.state.barred,
    'approver-recommended-it': ({ state }) => present(state).terms.recommendedBy,
    'approver-assessed-it': ({ state, facts }) => assessorsOf(facts.assessment.state, present(state).terms.application),
  },
  rule(state, { award: ref, from: fromNumber, financialYear, amount, reason }, { on, facts }) {
    if (state.stage !== 'agreed') return refuse('award-is-not-agreed', { stage: state.stage });
    const { years, recipient, recipientName } = state.terms;
    if (years?.kind === 'spread' && years.carryForward === 'never') return refuse('carry-forward-not-allowed');
    const giver = lineOf(state, fromNumber);
    if (!giver) return refuse('line-is-not-there', { number: fromNumber });
    const { line: from } = giver;
    if (financialYear <= from.financialYear) return refuse('year-is-not-later', { financialYear, from: from.financialYear });
    const underWay = noPaymentMayBeUnderWay(facts.money);
    if (underWay) return underWay;
    const left = moneyLeft(facts.money, 'agreed');
    if (exceeds(amount, left)) return refuse('over-what-is-undrawn', { left: showMoney(left), amount: showMoney(amount) });
    const authority = authorityMustCommit(facts.authority, ref, on);
    if (isRefusal(authority)) return authority;
    // It is counted with what its recipient has in the round already, and stays so.
    const outOfReach = authorityMustReach(authority, nil, amount);
    if (outOfReach) return outOfReach;

    const line = { ...from, financialYear };
    const number = nextNumber(state.tranches);
    const because = `${ref} carried forward`;
    const { after } = facts;
    return [
      CarriedForward({ recipient, recipientName, from, fromNumber, line, number, amount, reason, ...shown(authority) }),
      ...(authority.kind === 'delegated' ? [move(authority.limit, 'left', 'used', amount, because)] : []),
      reduce(facts.money, 'agreed', amount, because),
      ...(fromNumber === 0 ? [reduce(facts.round, 'approved', amount, because)] : []),
      move(facts.before, 'allocated', 'carried-out', amount, because),
      after.state.stage === 'absent' ? open(after.ref, `${line.fund} ${financialYear}`, 'allocated', amount) : raise(after, 'allocated', amount, because),
      open(trancheLimit(ref, number), `part ${number} of award ${ref}`, 'agreed', amount),
    ];
  },
});
