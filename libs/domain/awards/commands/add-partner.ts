import { decide, isRefusal, present, reference, refuse, text, type AwardRef, type OrganisationRef } from '#kernel';
import { membersOf, organisation, partnerRole, type PartnerRole } from '#domain/organisations';
import { moneyCounted } from '../award-holdings.js';
import { award } from '../award.js';
import { countedOf, countPartners, withMembers } from '../counted-bodies.js';
import { PartnerAdded } from '../parties.events.js';
import { awardMustGoOn, ongoingRefusals } from '../policies/award-must-go-on.js';
import { capRefusals, countForCaps, readRecount } from '../policies/caps-of-bodies.js';

export class AddPartner {
  @reference('AW', 'Award') award!: AwardRef;
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @partnerRole role!: PartnerRole;
  @text('Reason') reason!: string;
}

export const addPartner = decide(award, AddPartner, {
  summary: 'Add a partner to an award that goes on; where the terms count partners, it must not be at its cap.',
  permission: 'award:transfer',
  ref: ({ award: ref }) => ref,
  facts: async (read, input, state) => {
    const { name, type } = present((await read(organisation, input.organisation)).state);
    const award = present(state);
    const { terms } = award;
    const counts = countPartners(terms);
    const members = counts ? await membersOf(read, input.organisation) : [];
    const bodies = countedOf(award);
    const joins = counts ? withMembers({ organisation: input.organisation, name }, members) : [];
    return { name, type, members, recount: await readRecount(read, { terms, bodies }, { terms, bodies: [...bodies, ...joins] }) };
  },
  refusals: {
    ...ongoingRefusals,
    'partner-is-the-lead': '{name} is the lead of this award, so it cannot be its partner too',
    'partner-is-named-twice': '{name} is a partner of this award already',
    ...capRefusals,
  },
  rule(state, { award: ref, organisation: added, role, reason }, { facts: { name, type, members, recount } }) {
    const ongoing = awardMustGoOn(state);
    if (isRefusal(ongoing)) return ongoing;
    const { stage, terms } = ongoing;
    if (terms.recipient === added) return refuse('partner-is-the-lead', { name });
    if (terms.partners.some((each) => each.organisation === added)) return refuse('partner-is-named-twice', { name });
    const counted = countForCaps(recount.coming, { awards: stage === 'recommended' ? 0 : 1, money: moneyCounted(state) }, `a partner of ${ref}`);
    if (isRefusal(counted)) return counted;

    const joint = members.length > 0 ? { members } : {};
    return [PartnerAdded({ organisation: added, name, type, role, recipientName: terms.recipientName, reason, ...joint }), ...counted];
  },
});
