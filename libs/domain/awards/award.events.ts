/** Stored. Change only through award.history.ts. */
import { choice, code, count, date, event, money, optional, percent, person, reference, text, yesNo } from '#kernel';
import { partnersAsTheyStood } from '#domain/applications';
import { verbField } from '#domain/decisions';
import { days as daysField } from '#domain/limits';
import { instrumentField, matchFrom, matchRule as matchRuleField, roundTerms } from '#domain/programmes';
import { authorityShown } from './authority.js';
import { capacity, caps, copiedPhases, funders, support, termsVersion, turn, years } from './award-copies.js';
import { about, ask, decider, release, stageWhenWithdrawn, withdrawnBy } from './award-fields.js';
import { counted, daysReleased, linesApproved, linesReleased, linesSigned, placeReleased } from './other-lines.js';

/* Named first: inside an event whose sentence is a function, the compiler would leave optional fields until last. */
const terms = optional(roundTerms);
const matchRule = optional(matchRuleField);
const from = optional(matchFrom);
const days = optional(daysField('Days'));
const dayRate = optional(money('Value of a day'));
const valueForMatch = optional(money('Value of the days as match'));
const valueForSubsidy = optional(money('Value of the days as subsidy'));
const places = optional(count('Places', { min: 1 }));
const stageWhenClosed = optional(choice('Stage when closed', { approved: 'approved, where no paper is signed' }));
const place = optional(yesNo('Whether it takes a place of its round'));

export * from './parties.events.js';
export * from './tranche.events.js';

export const AwardRecommended = event('AwardRecommended', {
  fields: {
    ...about,
    application: reference('AP', 'Application'),
    programme: code('Programme'),
    title: text('Title'),
    partners: partnersAsTheyStood,
    awardCeiling: money('Ceiling of the programme for one award', { orNil: true }),
    instrument: instrumentField,
    recommendedBy: person('Recommended by'),
    terms,
    matchRule,
    support,
    caps,
    capacity,
    phases: copiedPhases,
    years,
    funders,
    termsVersion,
    turn,
  },
  sentence: 'An award to {recipientName} for {title} was recommended, from {budget}',
});

export const AwardPutToBoard = event('AwardPutToBoard', {
  fields: { body: code('Body'), bodyName: text('Name of the body'), meeting: text('Meeting'), item: text('Item'), ask, recipientName: about.recipientName },
  sentence: '{bodyName} was asked to {ask} the award to {recipientName} at {meeting}, item {item}',
});

export const AwardApproved = event('AwardApproved', {
  fields: {
    ...about, programme: code('Programme'), title: text('Title'), ceiling: money('Ceiling', { orNil: true }), ...decider, verb: verbField, authority: authorityShown,
    days, places, counted, place, otherLines: linesApproved,
  },
  sentence: ({ days: given, places: booked, otherLines }, show) =>
    `${show('decidedByName')} ${show('verb')} up to ${show('ceiling')} for ${show('recipientName')}, ${show('authority')}` +
    `${otherLines ? `; ${show('otherLines')}` : ''}${given === undefined ? '' : `; ${show('days')} of an expert’s help`}${booked === undefined ? '' : `; ${show('places')} places`}`,
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
  fields: { ...about, amount: money('Amount', { orNil: true }), instrument: instrumentField, document: text('Document'), acceptBy: date('Accept by', { hint: 'The last day on which it may be signed' }) },
  sentence: 'A {instrument} for {amount} was offered to {recipientName}, to be signed by {acceptBy} ({document})',
});

export const AgreementSigned = event('AgreementSigned', {
  fields: {
    ...about,
    amount: money('Amount', { orNil: true }),
    ceiling: money('Ceiling', { orNil: true }),
    ...release,
    matchRequired: money('Match required', { orNil: true }),
    instrument: instrumentField,
    document: text('Document'),
    days,
    dayRate,
    valueForMatch,
    valueForSubsidy,
    otherLines: linesSigned,
  },
  sentence: ({ released, matchRequired, days: given, otherLines }, show) =>
    `The ${show('instrument')} with ${show('recipientName')} was signed for ${show('amount')} (${show('document')})` +
    `${released.minor > 0 ? `; ${show('released')} under the ceiling went back to ${show('returnedTo')}` : ''}` +
    `${otherLines ? `; ${show('otherLines')}` : ''}${given === undefined ? '' : `; ${show('days')} of an expert’s help`}` +
    `${matchRequired.minor > 0 ? `; ${show('matchRequired')} of match is required` : ''}`,
});

export const OfferLapsed = event('OfferLapsed', {
  fields: { ...about, ...release, acceptBy: date('Accept by'), otherLines: linesReleased, daysReleased, placeReleased },
  sentence: 'The offer to {recipientName} was not signed by {acceptBy} and lapsed; {released} went back to {returnedTo}',
});

export const AwardWithdrawn = event('AwardWithdrawn', {
  fields: {
    ...about,
    ...release,
    reason: text('Reason'),
    withdrawnBy,
    stage: stageWhenWithdrawn,
    otherLines: linesReleased,
    daysReleased,
    placeReleased,
  },
  sentence: ({ released }, show) =>
    `The award to ${show('recipientName')} was withdrawn by ${show('withdrawnBy')} while ${show('stage')}: ${show('reason')}` +
    `${released.minor > 0 ? `; ${show('released')} went back to ${show('returnedTo')}` : ''}`,
});

export const AwardClosed = event('AwardClosed', {
  fields: { ...about, ...release, stage: stageWhenClosed, otherLines: linesReleased, daysReleased },
  sentence: ({ released }, show) =>
    `The award to ${show('recipientName')} was closed${released.minor > 0 ? `; ${show('released')} was never drawn and went back to ${show('returnedTo')}` : ''}`,
});
