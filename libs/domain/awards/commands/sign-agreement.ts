import { decide, minus, nil, present, reference, refuse, showDate, text, type AwardRef } from '#kernel';
import { move } from '#domain/limits';
import { AgreementSigned } from '../award.events.js';
import { award } from '../award.js';
import { percentOf } from '../percent-of.js';
import { offerRefusals, refuseUnoffered } from '../policies/agreement-must-be-offered.js';
import { readHolders, release } from '../policies/release.js';

export class SignAgreement {
  @reference('AW', 'Award') award!: AwardRef;
  @text('Document') document!: string;
}

export const signAgreement = decide(award, SignAgreement, {
  summary: 'Record that both sides signed; what the ceiling left over goes back to the round.',
  permission: 'agreement:sign',
  ref: ({ award: ref }) => ref,
  facts: (read, { award: ref }, state) => readHolders(read, ref, present(state).terms.budget),
  refusals: { ...offerRefusals, 'offer-has-lapsed': 'The offer could be signed by {acceptBy} and that day is past' },
  rule(state, { award: ref, document }, { on, facts }) {
    if (state.stage !== 'offered') return refuseUnoffered(state.stage);
    const { amount, ceiling, acceptBy, matchCondition } = state;
    if (on > acceptBy) return refuse('offer-has-lapsed', { acceptBy: showDate(acceptBy) });

    const { budget, recipient, recipientName, instrument } = state.terms;
    const { released, returnedTo, changes } = release(facts, 'approved', minus(ceiling, amount), `${ref} signed below its ceiling`);
    const matchRequired = matchCondition ? percentOf(amount, matchCondition.ratio, 'nearest') : nil;
    return [
      AgreementSigned({ budget, recipient, recipientName, instrument, document, amount, ceiling, released, returnedTo, matchRequired }),
      move(facts.award, 'approved', 'agreed', amount, 'signed'),
      ...changes,
    ];
  },
});
