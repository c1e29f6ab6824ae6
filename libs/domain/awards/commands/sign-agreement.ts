import { decide, minus, nil, plus, reference, refuse, showDate, text, type AwardRef } from '#kernel';
import { moved } from '#domain/limits';
import { AgreementSigned } from '../award.events.js';
import { award } from '../award.js';
import { matchOf } from '../match-required.js';
import { daysSigned } from '../days-signed.js';
import { offerRefusals, refuseUnoffered } from '../policies/agreement-must-be-offered.js';
import { giveAuthorityBack, readAllHeld } from '../policies/authority-used.js';
import { readHeldByTerms } from '../policies/held-by-terms.js';
import { release } from '../policies/release.js';
import { signLines } from '../policies/sign-lines.js';

export class SignAgreement {
  @reference('AW', 'Award') award!: AwardRef;
  @text('Document') document!: string;
}

export const signAgreement = decide(award, SignAgreement, {
  summary: 'Record that both sides signed; what the ceiling left over goes back to the round.',
  permission: 'agreement:sign',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: ref }, state) => ({ ...(await readAllHeld(read, ref, state)), byTerms: await readHeldByTerms(read, ref, state) }),
  refusals: { ...offerRefusals, 'offer-has-lapsed': 'The offer could be signed by {acceptBy} and that day is past' },
  rule(state, { award: ref, document }, { on, facts }) {
    if (state.stage !== 'offered') return refuseUnoffered(state.stage);
    const { amount, ceiling, acceptBy, matchCondition } = state;
    if (on > acceptBy) return refuse('offer-has-lapsed', { acceptBy: showDate(acceptBy) });

    const { budget, recipient, recipientName, instrument } = state.terms;
    const because = `${ref} signed below its ceiling`;
    const { first, firstCeiling, otherLines, changes: elsewhere, released: releasedElsewhere } = signLines(facts.byTerms, { ceiling, amount }, because);
    const { released, returnedTo, changes } = release(facts, 'approved', minus(firstCeiling, first), because);
    const help = daysSigned(state);
    const matchRequired = matchOf(matchCondition, plus(amount, help.valueForMatch ?? nil));
    const byTerms = { ...help, ...(otherLines.length > 0 ? { otherLines } : {}) };
    return [
      AgreementSigned({ budget, recipient, recipientName, instrument, document, amount, ceiling, released, returnedTo, matchRequired, ...byTerms }),
      ...moved(facts.award, 'approved', 'agreed', first, 'signed'),
      ...changes,
      ...giveAuthorityBack(facts.used, plus(released, releasedElsewhere), because),
      ...elsewhere,
    ];
  },
});
