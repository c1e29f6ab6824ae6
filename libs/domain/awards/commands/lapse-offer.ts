import { decide, plus, reference, refuse, showDate, type AwardRef } from '#kernel';
import { moneyLeft } from '#domain/limits';
import { OfferLapsed } from '../award.events.js';
import { award } from '../award.js';
import { offerRefusals, refuseUnoffered } from '../policies/agreement-must-be-offered.js';
import { giveAllAuthorityBack, readAllHeld } from '../policies/authority-used.js';
import { giveTermsBack, readHeldByTerms } from '../policies/held-by-terms.js';
import { release } from '../policies/release.js';

export class LapseOffer {
  @reference('AW', 'Award') award!: AwardRef;
}

export const lapseOffer = decide(award, LapseOffer, {
  summary: 'Let an offer lapse that nobody signed in time; its money goes back to the round.',
  permission: 'agreement:lapse',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: ref }, state) => ({ ...(await readAllHeld(read, ref, state)), byTerms: await readHeldByTerms(read, ref, state) }),
  refusals: { ...offerRefusals, 'acceptance-date-is-not-past': 'The offer can still be signed, up to and on {acceptBy}' },
  rule(state, { award: ref }, { on, facts }) {
    if (state.stage !== 'offered') return refuseUnoffered(state.stage);
    const { acceptBy } = state;
    if (on <= acceptBy) return refuse('acceptance-date-is-not-past', { acceptBy: showDate(acceptBy) });

    const { budget, recipient, recipientName } = state.terms;
    const because = `the offer of ${ref} lapsed`;
    const { released, returnedTo, changes } = release(facts, 'approved', moneyLeft(facts.award, 'approved'), because);
    const back = giveTermsBack(facts.byTerms, state, { bucket: 'approved', first: released, because, endedUnused: true });
    return [
      OfferLapsed({ budget, recipient, recipientName, released, returnedTo, acceptBy, ...back.said }),
      ...changes,
      ...giveAllAuthorityBack(facts.used, plus(released, back.released), because),
      ...back.changes,
    ];
  },
});
