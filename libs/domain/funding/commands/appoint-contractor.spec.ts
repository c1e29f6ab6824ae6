import { toDate } from '#kernel';
import { by } from '#kernel/testing/given';
import { ContractorAppointed } from '../funding.events.js';
import { about, aFundingHeldByFunder, contractor, firstFunding } from '../testing/index.js';
import { appointContractor } from './appoint-contractor.js';

const appoint = { funding: firstFunding, organisation: contractor, from: '2012-11-28', until: '2015-12-31', agreedMonths: 24, what: 'the navigator' };
const appointed = ContractorAppointed({
  funding: firstFunding, programme: about.programme, organisation: contractor, organisationName: 'Navigators Limited', from: toDate('2012-11-28'), until: toDate('2015-12-31'), months: 37, agreedMonths: 24, what: 'the navigator',
});
const manager = by('manager', '2012-11-28');

describe('appointing a contractor with a funder’s money', () => {
  it('is refused when it would end before it begins', () => aFundingHeldByFunder.when(appointContractor, { ...appoint, until: '2012-11-27' }, manager).thenRefused('dates-run-backwards'));

  it('keeps a term that is longer than was agreed, and says so', async () => {
    await aFundingHeldByFunder.when(appointContractor, appoint, manager).then(appointed);
    expect(ContractorAppointed.say(appointed.data)).toBe(
      'Navigators Limited was appointed from 28 November 2012 until 31 December 2015 for the navigator: 37 months, where 24 were agreed',
    );
  });

  it('says nothing of months where the term is no longer than was agreed', () =>
    expect(ContractorAppointed.say({ ...appointed.data, agreedMonths: 37 })).toBe('Navigators Limited was appointed from 28 November 2012 until 31 December 2015 for the navigator'));
});
