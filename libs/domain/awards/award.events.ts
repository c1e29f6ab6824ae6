/** Stored. Change only through award.history.ts. */
import { code, count, date, event, money, optional, percent, person, reference, text } from '#kernel';
import { partnersAsTheyStood } from '#domain/applications';
import { verbField } from '#domain/decisions';
import { instrumentField, matchFrom, matchRule as matchRuleField, roundTerms } from '#domain/programmes';
import { authorityShown } from './authority.js';
import { about, ask, decider, release, stageWhenWithdrawn, withdrawnBy } from './award-fields.js';

/* Named first: inside an event whose sentence is a function, the compiler would leave optional fields until last. */
const terms = optional(roundTerms);
const matchRule = optional(matchRuleField);
const from = optional(matchFrom);

export const AwardRecommended = event('AwardRecommended', {
  fields: {
    ...about,
    application: reference('AP', 'Application'),
    programme: code('Programme'),
    title: text('Title'),
    partners: partnersAsTheyStood,
    awardCeiling: money('Ceiling of the programme for one award'),
    instrument: instrumentField,
    recommendedBy: person('Recommended by'),
    terms,
    matchRule,
  },
  sentence: 'An award to {recipientName} for {title} was recommended, from {budget}',
});

export const AwardPutToBoard = event('AwardPutToBoard', {
  fields: { body: code('Body'), bodyName: text('Name of the body'), meeting: text('Meeting'), item: text('Item'), ask, recipientName: about.recipientName },
  sentence: '{bodyName} was asked to {ask} the award to {recipientName} at {meeting}, item {item}',
});

export const AwardApproved = event('AwardApproved', {
  fields: { ...about, programme: code('Programme'), title: text('Title'), ceiling: money('Ceiling'), ...decider, verb: verbField, authority: authorityShown },
  sentence: '{decidedByName} {verb} up to {ceiling} for {recipientName}, {authority}',
});

export const AwardDeclined = event('AwardDeclined', {
  fields: { ...about, ...decider, reason: text('Reason'), authority: authorityShown },
  sentence: '{decidedByName} declined the award to {recipientName}, {authority}: {reason}',
});

export const AmountProposed = event('AmountProposed', {
  fields: { amount: money('Amount'), ceiling: money('Ceiling'), recipientName: about.recipientName },
  sentence: '{amount} was proposed to {recipientName}, under the ceiling of {ceiling}',
});

export const AmountAgreed = event('AmountAgreed', {
  fields: { amount: money('Amount'), ceiling: money('Ceiling'), recipientName: about.recipientName },
  sentence: '{amount} was agreed with {recipientName}',
});

export const MatchConditionSet = event('MatchConditionSet', {
  fields: {
    ratio: percent('Match as a share of the grant'),
    payableBeforeVerified: count('Per cent of the grant payable before match is verified', { max: 100 }),
    recipientName: about.recipientName,
    from,
  },
  sentence: ({ from: givers }, show) =>
    `${show('recipientName')} must match ${show('ratio')} of the grant${givers ? `, from ${show('from')}` : ''}; ` +
    `${show('payableBeforeVerified')} per cent of it may be paid before the match is verified`,
});

export const AgreementOffered = event('AgreementOffered', {
  fields: { ...about, amount: money('Amount'), instrument: instrumentField, document: text('Document'), acceptBy: date('Accept by', { hint: 'The last day on which it may be signed' }) },
  sentence: 'A {instrument} for {amount} was offered to {recipientName}, to be signed by {acceptBy} ({document})',
});

export const AgreementSigned = event('AgreementSigned', {
  fields: {
    ...about,
    amount: money('Amount'),
    ceiling: money('Ceiling'),
    ...release,
    matchRequired: money('Match required', { orNil: true }),
    instrument: instrumentField,
    document: text('Document'),
  },
  sentence: ({ released, matchRequired }, show) =>
    `The ${show('instrument')} with ${show('recipientName')} was signed for ${show('amount')} (${show('document')})` +
    `${released.minor > 0 ? `; ${show('released')} under the ceiling went back to ${show('returnedTo')}` : ''}` +
    `${matchRequired.minor > 0 ? `; ${show('matchRequired')} of match is required` : ''}`,
});

export const OfferLapsed = event('OfferLapsed', {
  fields: { ...about, ...release, acceptBy: date('Accept by') },
  sentence: 'The offer to {recipientName} was not signed by {acceptBy} and lapsed; {released} went back to {returnedTo}',
});

export const AwardWithdrawn = event('AwardWithdrawn', {
  fields: {
    ...about,
    ...release,
    reason: text('Reason'),
    withdrawnBy,
    stage: stageWhenWithdrawn,
  },
  sentence: ({ released }, show) =>
    `The award to ${show('recipientName')} was withdrawn by ${show('withdrawnBy')} while ${show('stage')}: ${show('reason')}` +
    `${released.minor > 0 ? `; ${show('released')} went back to ${show('returnedTo')}` : ''}`,
});

export const AwardClosed = event('AwardClosed', {
  fields: { ...about, ...release },
  sentence: ({ released }, show) =>
    `The award to ${show('recipientName')} was closed${released.minor > 0 ? `; ${show('released')} was never drawn and went back to ${show('returnedTo')}` : ''}`,
});
