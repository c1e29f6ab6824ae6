import { code, count, decide, exceeds, isRefusal, money, optional, plus, present, reference, refuse, showMoney, type AwardRef, type Code, type Money } from '#kernel';
import { award, drawnOf, readMoneyOf } from '#domain/awards';
import { moneyLeft, move } from '#domain/limits';
import { match, matchPosition, payableBeforeMatch } from '#domain/match-funding';
import { PaymentAuthorised } from '../payment.events.js';
import { payment } from '../payment.js';
import { lineMustBePayable, lineRefusals } from '../policies/line-must-be-payable.js';
import { limitOfPayment } from '../policies/limit-of-payment.js';
import { phaseMustPay, phaseRefusals, readPhases } from '../policies/phase-must-pay.js';

export class AuthorisePayment {
  @reference('AW', 'Award') award!: AwardRef;
  @money('Amount') amount!: Money;
  @optional(count('Number of the part', { min: 1, hint: 'Left out: from the first budget line of the award' })) tranche?: number;
  @optional(code('Phase')) phase?: Code;
}

export const authorisePayment = decide(payment, AuthorisePayment, {
  summary: 'Authorise a payment of grant, once the agreement is signed and the match that it waits for is verified.',
  permission: 'payment:authorise',
  begins: 'PY',
  facts: async (read, input) => {
    const found = await read(award, input.award);
    return {
      award: found,
      lines: await readMoneyOf(read, input.award, found.state),
      match: await read.ifAny(match, input.award),
      ...(await readPhases(read, input.award, found.state)),
    };
  },
  refusals: {
    'agreement-is-not-signed': 'This award is {stage}. Nothing is paid before the agreement is signed',
    'award-is-not-open': 'This award is {stage}, so nothing more is paid',
    ...lineRefusals,
    'over-agreed-amount': '{left} of the agreed amount is left, and this payment needs {needed}',
    ...phaseRefusals,
    'match-is-not-verified': 'Up to {payable} of this grant may be paid while {gap} of match is not verified',
    'authoriser-verified-the-match': 'You verified match of this award, so someone else must authorise its payments',
  },
  apart: { 'authoriser-verified-the-match': ({ facts }) => facts.match.state.verifiedBy },
  rule(_, { award: of, amount, tranche, phase }, { actor, ref, facts: { award: found, lines, match: given, delivery } }) {
    const state = present(found.state);
    if (state.stage === 'withdrawn' || state.stage === 'closed') return refuse('award-is-not-open', { stage: state.stage });
    if (state.stage !== 'agreed') return refuse('agreement-is-not-signed', { stage: state.stage });
    const { agreement, matchCondition, terms } = state;
    const line = lineMustBePayable(state, tranche);
    if (isRefusal(line)) return line;
    const limits = lines.find((each) => each.ref === limitOfPayment({ award: of, ...line }));
    if (!limits) throw new Error(`Nobody read what part ${tranche ?? 0} of ${of} holds`);
    const left = moneyLeft(limits, 'agreed');
    if (exceeds(amount, left)) return refuse('over-agreed-amount', { left: showMoney(left), needed: showMoney(amount) });
    const drawn = plus(drawnOf(lines), amount);
    const early = phaseMustPay(terms.phases, delivery?.state, phase, drawn);
    if (early) return early;
    const { gap } = matchPosition(given.state, agreement.matchRequired);
    const payable = payableBeforeMatch(agreement, matchCondition, gap);
    if (payable && exceeds(drawn, payable)) return refuse('match-is-not-verified', { payable: showMoney(payable), gap: showMoney(gap) });

    const { recipient: payee, recipientName: payeeName } = terms;
    const from = { ...line, ...(phase === undefined ? {} : { phase }) };
    return [PaymentAuthorised({ award: of, payee, payeeName, amount, ...from, authorisedBy: actor }), move(limits, 'agreed', 'authorised', amount, ref)];
  },
});
