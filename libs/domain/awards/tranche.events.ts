/** Stored. Change only through award.history.ts. */
import { choice, count, date, event, money, optional, text } from '#kernel';
import { budgetLine } from '#domain/limits';
import { authorityShown } from './authority.js';
import { about, decider } from './award-fields.js';

const { recipient, recipientName } = about;
const number = count('Number of the part', { min: 1 });
const tranche = { recipient, recipientName, number, line: budgetLine };
const named = money('Named');
const lapsesOn = optional(date('Lapses on'));

/** A later year, or another fund, that is only named: it is no commitment, and no budget bears it before it is approved. */
export const TrancheNamed = event('TrancheNamed', {
  fields: { ...tranche, upTo: money('Up to'), subjectTo: text('Subject to'), lapsesOn },
  sentence: ({ lapsesOn: last }, show) =>
    `Up to ${show('upTo')} from ${show('line')} was named for ${show('recipientName')}, subject to ${show('subjectTo')}${last ? `; it lapses on ${show('lapsesOn')}` : ''}`,
});

export const TrancheConfirmed = event('TrancheConfirmed', {
  fields: { ...tranche, named, amount: money('Amount'), countsAs: choice('Counts as', { approved: 'approved', agreed: 'agreed' }), ...decider, authority: authorityShown },
  sentence: '{decidedByName} confirmed {amount} of the {named} that was named from {line} for {recipientName}, {authority}',
});

export const TrancheDeclined = event('TrancheDeclined', {
  fields: { ...tranche, named, ...decider, reason: text('Reason'), authority: authorityShown },
  sentence: '{decidedByName} declined the {named} that was named from {line} for {recipientName}, {authority}: {reason}',
});

export const TrancheLapsed = event('TrancheLapsed', {
  fields: { ...tranche, named, because: text('Because'), lapsesOn },
  sentence: 'The {named} that was named from {line} for {recipientName} lapsed: {because}',
});

/** What was not drawn of one year moves to a later one, under an authority; the award comes to the same. */
export const CarriedForward = event('CarriedForward', {
  fields: {
    recipient, recipientName, from: budgetLine, fromNumber: count('Number of the part that it comes from', { min: 0, hint: '0 is the first budget line' }), line: budgetLine, number,
    amount: money('Amount'), ...decider, authority: authorityShown, reason: text('Reason'),
  },
  sentence: '{amount} for {recipientName} was carried forward from {from} to {line}, {authority}: {reason}',
});
