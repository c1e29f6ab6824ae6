import { decide, minus, reference, refuse, showDate, text, type AwardRef } from '#kernel';
import { move } from '#domain/limits';
import { AgreementSigned } from '../award.events.js';
import { award } from '../award.js';
import { matchOf } from '../match-required.js';
import { offerRefusals, refuseUnoffered } from '../policies/agreement-must-be-offered.js';
import { giveAuthorityBack, readAllHeld } from '../policies/authority-used.js';
import { release } from '../policies/release.js';

export class SignAgreement {
  @reference('AW', 'Award') award!: AwardRef;
  @text('Document') document!: string;
}

export const signAgreement = decide(award, SignAgreement, {
  summary: 'Record that both sides signed; what the ceiling left over goes back to the round.',
  permission: 'agreement:sign',
  ref: ({ award: ref }) => ref,
  facts: (read, { award: ref }, state) => readAllHeld(read, ref, state),
  refusals: { ...offerRefusals, 'offer-has-lapsed': 'The offer could be signed by {acceptBy} and that day is past' },
  rule(state, { award: ref, document }, { on, facts }) {
    if (state.stage !== 'offered') return refuseUnoffered(state.stage);
    const { amount, ceiling, acceptBy, matchCondition } = state;
    if (on > acceptBy) return refuse('offer-has-lapsed', { acceptBy: showDate(acceptBy) });

    const { budget, recipient, recipientName, instrument } = state.terms;
    const because = `${ref} signed below its ceiling`;
    const { released, returnedTo, changes } = release(facts, 'approved', minus(ceiling, amount), because);
    const matchRequired = matchOf(matchCondition, amount);
    return [
      AgreementSigned({ budget, recipient, recipientName, instrument, document, amount, ceiling, released, returnedTo, matchRequired }),
      move(facts.award, 'approved', 'agreed', amount, 'signed'),
      ...changes,
      ...giveAuthorityBack(facts.used, released, because),
    ];
  },
});
