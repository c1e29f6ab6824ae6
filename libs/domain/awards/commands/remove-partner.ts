import { decide, isRefusal, present, reference, refuse, text, type AwardRef, type OrganisationRef } from '#kernel';
import { moneyCounted } from '../award-holdings.js';
import { award } from '../award.js';
import { countedOf, countedWithout } from '../counted-bodies.js';
import { PartnerLeft } from '../parties.events.js';
import { awardMustGoOn, ongoingRefusals } from '../policies/award-must-go-on.js';
import { readRecount, uncountForCaps } from '../policies/caps-of-bodies.js';

export class RemovePartner {
  @reference('AW', 'Award') award!: AwardRef;
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @text('Reason') reason!: string;
}

export const removePartner = decide(award, RemovePartner, {
  summary: 'Record that a partner left an award; caps count the award for it no more.',
  permission: 'award:transfer',
  ref: ({ award: ref }) => ref,
  facts: async (read, { organisation }, state) => {
    const award = present(state);
    const { terms } = award;
    const bodies = countedOf(award);
    return readRecount(read, { terms, bodies }, { terms, bodies: countedWithout(bodies, organisation) });
  },
  refusals: { ...ongoingRefusals, 'not-a-partner': '{organisation} is no partner of this award' },
  rule(state, { award: ref, organisation, reason }, { facts: { leaving } }) {
    const ongoing = awardMustGoOn(state);
    if (isRefusal(ongoing)) return ongoing;
    const { stage, terms } = ongoing;
    const partner = terms.partners.find((each) => each.organisation === organisation);
    if (!partner) return refuse('not-a-partner', { organisation });

    const counting = { awards: stage === 'recommended' ? 0 : 1, money: moneyCounted(state) } as const;
    return [PartnerLeft({ organisation, name: partner.name, recipientName: terms.recipientName, reason }), ...uncountForCaps(leaving, counting, `left ${ref}`)];
  },
});
