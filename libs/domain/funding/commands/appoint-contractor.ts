import { count, date, decide, optional, present, reference, text, type FundingRef, type IsoDate, type OrganisationRef } from '#kernel';
import { organisation } from '#domain/organisations';
import { ContractorAppointed } from '../funding.events.js';
import { funding } from '../funding.js';
import { termMustRunForwards, termRefusals, wholeMonths } from '../term.js';

export class AppointContractor {
  @reference('FN', 'Funding') funding!: FundingRef;
  @reference('OR', 'Contractor') organisation!: OrganisationRef;
  @date('From') from!: IsoDate;
  @date('Until', { hint: 'The last day' }) until!: IsoDate;
  @optional(count('Months that were agreed', { min: 1, max: 1200, hint: 'Where a paper agreed to a term: a longer one is recorded, and shown as an exception' })) agreedMonths?: number;
  @text('What for') what!: string;
}

export const appointContractor = decide(funding, AppointContractor, {
  summary: 'Record whom an outside funder’s money engages, and for how long.',
  permission: 'funding:keep',
  ref: ({ funding: ref }) => ref,
  facts: async (read, input) => ({ contractor: await read(organisation, input.organisation) }),
  refusals: termRefusals,
  rule(state, appointed, { facts }) {
    const backwards = termMustRunForwards(appointed);
    if (backwards) return backwards;

    const { programme } = present(state).about;
    return [ContractorAppointed({ ...appointed, programme, organisationName: present(facts.contractor.state).name, months: wholeMonths(appointed) })];
  },
});
