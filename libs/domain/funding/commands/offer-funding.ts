import { code, date, decide, money, optional, present, reference, text, toReference, type Code, type IsoDate, type Money, type OrganisationRef } from '#kernel';
import { fundingLimit, open, qualifier, type Qualifier } from '#domain/limits';
import { organisation } from '#domain/organisations';
import { programme } from '#domain/programmes';
import { FundingOffered } from '../funding.events.js';
import { heldBy, type HeldBy } from '../funding-fields.js';
import { funding } from '../funding.js';
import { termMustRunForwards, termRefusals } from '../term.js';

export class OfferFunding {
  @code('Programme') programme!: Code;
  @reference('OR', 'Funder') funder!: OrganisationRef;
  @money('Amount') amount!: Money;
  @qualifier qualifier!: Qualifier;
  @date('From') from!: IsoDate;
  @date('Until', { hint: 'The last day' }) until!: IsoDate;
  @heldBy heldBy!: HeldBy;
  @text('Purpose') purpose!: string;
  @optional(text('Unspent money of', { hint: 'The closed initiative whose money is used again' })) unspentOf?: string;
}

export const offerFunding = decide(funding, OfferFunding, {
  summary: 'Record what an outside funder offers a programme, and whether we hold the money or the funder keeps it.',
  permission: 'funding:keep',
  begins: 'FN',
  facts: async (read, input) => ({ programme: await read(programme, input.programme), funder: await read(organisation, input.funder) }),
  refusals: termRefusals,
  rule(_, offered, { ref, facts }) {
    const backwards = termMustRunForwards(offered);
    if (backwards) return backwards;

    const number = toReference('FN', ref);
    const { name } = present(facts.funder.state);
    return [FundingOffered({ ...offered, funding: number, funderName: name }), open(fundingLimit(number), `funding ${number}`, 'unclaimed', offered.amount)];
  },
});
