/** Stored. Change only through funding.history.ts. */
import { code, count, date, event, money, optional, reference, text } from '#kernel';
import { qualified, qualifier } from '#domain/limits';
import { about, heldBy } from './funding-fields.js';

/* Named first: inside an event whose sentence is a function, the compiler would leave optional fields and references until last. */
const unspentOf = optional(text('Unspent money of', { hint: 'The closed initiative whose money is used again' }));
const agreedMonths = optional(count('Months that were agreed', { min: 1, max: 1200 }));
const organisation = reference('OR', 'Contractor');
const months = count('Whole months', { max: 1200 });
const term = { from: date('From'), until: date('Until', { hint: 'The last day' }) };
const amount = money('Amount');

export const FundingOffered = event('FundingOffered', {
  fields: { ...about, amount, qualifier, ...term, heldBy, purpose: text('Purpose'), unspentOf },
  sentence: ({ qualifier: of, unspentOf: initiative }, show) =>
    `${show('funderName')} offered ${qualified(of, show('amount'))} for ${show('purpose')} (${show('programme')}), from ${show('from')} until ${show('until')}` +
    `${initiative ? `, unspent money of ${show('unspentOf')}` : ''}; it is held by ${show('heldBy')}`,
});

/** `offeredUntil`: the last day as it was offered, where it now ends later than that. */
export const FundingVaried = event('FundingVaried', {
  fields: {
    ...about, before: money('Amount before'), amount, beforeUntil: date('Until before'), until: date('Until'), reason: text('Reason'),
    offeredUntil: optional(date('Until, as it was offered')),
  },
  sentence: 'The funding of {programme} by {funderName} was varied from {before} until {beforeUntil} to {amount} until {until}: {reason}',
});

/** Money held elsewhere is given a use: nobody of ours spends it, and it is in no budget. */
export const FundingAssigned = event('FundingAssigned', {
  fields: { ...about, to: code('To the programme'), amount, qualifier, what: text('What for') },
  sentence: ({ qualifier: of }, show) => `${qualified(of, show('amount'))} of the funding by ${show('funderName')} was assigned to ${show('to')}, for ${show('what')}`,
});

export const ContractorAppointed = event('ContractorAppointed', {
  fields: {
    funding: about.funding,
    programme: about.programme,
    organisation,
    organisationName: text('Name of the contractor'),
    ...term,
    what: text('What for'),
    months,
    agreedMonths,
  },
  sentence: ({ months: whole, agreedMonths: agreed }, show) =>
    `${show('organisationName')} was appointed from ${show('from')} until ${show('until')} for ${show('what')}` +
    `${agreed !== undefined && whole > agreed ? `: ${whole} months, where ${agreed} were agreed` : ''}`,
});

export const ExpenseIncurred = event('ExpenseIncurred', {
  fields: { ...about, amount, what: text('What for'), document: text('Document') },
  sentence: '{amount} was spent on {what}, which {funderName} pays for ({document})',
});
