import { decide, exceeds, money, plus, present, reference, refuse, showMoney, type AwardRef, type Money } from '#kernel';
import { award } from '#domain/awards';
import { awardLimit, limit, moneyLeft, move } from '#domain/limits';
import { match, matchPosition, payableBeforeMatch } from '#domain/match-funding';
import { PaymentAuthorised } from '../payment.events.js';
import { payment } from '../payment.js';

export class AuthorisePayment {
  @reference('AW', 'Award') award!: AwardRef;
  @money('Amount') amount!: Money;
}

export const authorisePayment = decide(payment, AuthorisePayment, {
  summary: 'Authorise a payment of grant, once the agreement is signed and the match that it waits for is verified.',
  permission: 'payment:authorise',
  begins: 'PY',
  facts: async (read, input) => ({
    award: await read(award, input.award),
    budget: await read.ifAny(limit, awardLimit(input.award)),
    match: await read.ifAny(match, input.award),
  }),
  refusals: {
    'agreement-is-not-signed': 'This award is {stage}. Nothing is paid before the agreement is signed',
    'award-is-not-open': 'This award is {stage}, so nothing more is paid',
    'over-agreed-amount': '{left} of the agreed amount is left, and this payment needs {needed}',
    'match-is-not-verified': 'Up to {payable} of this grant may be paid while {gap} of match is not verified',
    'authoriser-verified-the-match': 'You verified match of this award, so someone else must authorise its payments',
  },
  apart: { 'authoriser-verified-the-match': ({ facts }) => facts.match.state.verifiedBy },
  rule(_, { award: of, amount }, { actor, ref, facts: { award: found, budget: limits, match: given } }) {
    const state = present(found.state);
    if (state.stage === 'withdrawn' || state.stage === 'closed') return refuse('award-is-not-open', { stage: state.stage });
    if (state.stage !== 'agreed') return refuse('agreement-is-not-signed', { stage: state.stage });
    const { agreement, matchCondition, terms } = state;
    const left = moneyLeft(limits, 'agreed');
    if (exceeds(amount, left)) return refuse('over-agreed-amount', { left: showMoney(left), needed: showMoney(amount) });
    const { gap } = matchPosition(given.state, agreement.matchRequired);
    const payable = payableBeforeMatch(agreement, matchCondition, gap);
    const committed = plus(moneyLeft(limits, 'authorised'), moneyLeft(limits, 'spent'));
    if (payable && exceeds(plus(committed, amount), payable)) return refuse('match-is-not-verified', { payable: showMoney(payable), gap: showMoney(gap) });

    const { recipient: payee, recipientName: payeeName, budget } = terms;
    return [PaymentAuthorised({ award: of, payee, payeeName, amount, budget, authorisedBy: actor }), move(limits, 'agreed', 'authorised', amount, ref)];
  },
});
