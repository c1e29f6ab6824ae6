import { decide, isNil, isRefusal, lesser, plus, present, reference, refuse, text, total, type AwardRef, type OrganisationRef } from '#kernel';
import { awardLimit, limit, linkedLimit, moneyLeft, open, raise, reduce } from '#domain/limits';
import { membersOf, organisation } from '#domain/organisations';
import { moneyCounted } from '../award-holdings.js';
import { award } from '../award.js';
import { countedOf, countedUnder, withMembers } from '../counted-bodies.js';
import { LeadTransferred } from '../parties.events.js';
import { readLinked } from '../policies/authority-used.js';
import { awardMustGoOn, ongoingRefusals } from '../policies/award-must-go-on.js';
import { capRefusals, countForCaps, readRecount, uncountForCaps } from '../policies/caps-of-bodies.js';
import { readHeldByTerms, underWayElsewhere } from '../policies/held-by-terms.js';
import { noPaymentMayBeUnderWay, paymentRefusals } from '../policies/no-payment-may-be-under-way.js';
import { bodyCeilingRefusals, bodyMustStayWithin } from '../policies/terms-of-the-round.js';

export class TransferAward {
  @reference('AW', 'Award') award!: AwardRef;
  @reference('OR', 'To', { hint: 'The body that answers for the award from now on' }) to!: OrganisationRef;
  @text('Reason') reason!: string;
}

const buckets = ['approved', 'agreed', 'authorised', 'spent'] as const;

export const transferAward = decide(award, TransferAward, {
  summary: 'Hand an award on to another body, which answers for it from now on; what it came to goes with it.',
  permission: 'award:transfer',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: ref, to }, state) => {
    const before = present(state);
    const { terms } = before;
    const { name } = present((await read(organisation, to)).state);
    const members = terms.caps ? await membersOf(read, to) : [];
    const counted = countedOf(before);
    const lead = withMembers({ organisation: to, name }, members);
    return {
      name,
      linked: await readLinked(read, terms),
      linkedThere: await read.ifAny(limit, linkedLimit(terms.budget.round, to)),
      money: await read.ifAny(limit, awardLimit(ref)),
      byTerms: await readHeldByTerms(read, ref, state),
      members,
      // A partner that becomes the lead is counted as a partner already, where partners are.
      recount: await readRecount(read, { terms, bodies: counted }, { terms: { ...terms, recipient: to }, bodies: countedUnder(counted, terms.recipient, lead) }),
    };
  },
  refusals: {
    ...ongoingRefusals,
    'is-the-lead-already': '{name} answers for this award already',
    ...paymentRefusals,
    ...bodyCeilingRefusals,
    ...capRefusals,
  },
  rule(state, { award: ref, to: recipient, reason }, { facts }) {
    const ongoing = awardMustGoOn(state);
    if (isRefusal(ongoing)) return ongoing;
    const { name: recipientName, money, byTerms } = facts;
    const { stage, terms } = ongoing;
    if (terms.recipient === recipient) return refuse('is-the-lead-already', { name: recipientName });
    const underWay = noPaymentMayBeUnderWay(money, underWayElsewhere(byTerms));
    if (underWay) return underWay;
    const counting = { awards: stage === 'recommended' ? 0 : 1, money: moneyCounted(state) } as const;
    const overBody = bodyMustStayWithin(terms.roundTerms, { name: recipientName, linked: facts.linkedThere }, counting.money);
    if (overBody) return overBody;
    const because = `${ref} went to ${recipientName}`;
    const counted = countForCaps(facts.recount.coming, counting, because);
    if (isRefusal(counted)) return counted;

    const [approved, agreed, authorised, spent] = buckets.map((bucket) => plus(moneyLeft(money, bucket), total(byTerms.lines.map((line) => moneyLeft(line.money, bucket)))));
    const figures = { approved: approved ?? counting.money, agreed: agreed ?? counting.money, authorised: authorised ?? counting.money, spent: spent ?? counting.money };
    const linked = lesser(counting.money, moneyLeft(facts.linked, 'approved'));
    const { linkedThere: there, members } = facts;
    const joint = members.length > 0 ? { members } : {};
    const subject = `awards to ${recipient} in round ${terms.budget.round}`;
    return [
      LeadTransferred({ from: terms.recipient, fromName: terms.recipientName, recipient, recipientName, budget: terms.budget, ...figures, reason, ...joint }),
      ...(isNil(linked) ? [] : [reduce(facts.linked, 'approved', linked, because), there.state.stage === 'absent' ? open(there.ref, subject, 'approved', linked) : raise(there, 'approved', linked, because)]),
      ...uncountForCaps(facts.recount.leaving, counting, because),
      ...counted,
    ];
  },
});
