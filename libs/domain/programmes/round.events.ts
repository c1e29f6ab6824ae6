/** Stored. Change only through round.history.ts. */
import { code, count, date, event, list, money, optional, reference, text } from '#kernel';
import { budgetLine } from '#domain/limits';
import { criteriaField } from './criteria.js';
import { formField } from './form.js';
import { matchRule as matchRuleField, roundTerms } from './round-terms.js';
import { schemeTerms } from './scheme/scheme-terms.js';

/* Named first: inside an event whose sentence is a function, the compiler would leave optional fields until last. */
const terms = optional(roundTerms);
const matchRule = optional(matchRuleField);
const scheme = optional(schemeTerms);
/** Which version of the programme's design the terms were taken from. Terms of a round count their own versions, from 1. */
const designed = optional(count('Version of the programme’s design', { min: 1 }));
const [opensOn, closesOn] = [optional(date('Opens on')), optional(date('Closes on'))];
const form = optional(formField);
const clonedFrom = optional(reference('RD', 'Cloned from'));
const sponsor = optional(reference('OR', 'Sponsor'));
const sponsorName = optional(text('Name of the sponsor'));
const reason = optional(text('Reason'));

const round = reference('RD', 'Round');
const name = text('Name of the round');
const version = count('Version', { min: 1 });
const about = { programme: code('Programme'), name: text('Name') };

export const RoundOpened = event('RoundOpened', {
  fields: { ...about, budget: budgetLine, allocation: money('Allocation', { orNil: true }), terms, matchRule, scheme, designed, opensOn, closesOn, form, clonedFrom },
  sentence: ({ terms: each, matchRule: rule, scheme: gives, clonedFrom: original }, show) =>
    `The round ${show('name')} of ${show('programme')} was opened with ${show('allocation')} from ${show('budget')}` +
    `${gives ? `, giving ${show('scheme')}` : ''}${each ? `, ${show('terms')}` : ''}${rule ? `, and ${show('matchRule')}` : ''}${original ? `, as a copy of ${show('clonedFrom')}` : ''}`,
});

export const RoundClosed = event('RoundClosed', {
  fields: { ...about, budget: budgetLine, returned: money('Returned to the fund', { orNil: true }) },
  sentence: 'The round {name} was closed and {returned} went back to the fund',
});

/** Awards that were recommended before keep the terms that they carry. */
export const RoundTermsRevised = event('RoundTermsRevised', {
  fields: { ...about, version, scheme: schemeTerms, reason: text('Reason') },
  sentence: 'The terms of {name} were revised, version {version}: {reason}',
});

export const FormSet = event('FormSet', {
  fields: { round, name, version, questions: formField, reason },
  sentence: ({ questions, reason: why }, show) => `The form of ${show('name')}, version ${show('version')}, asks ${questions.length === 1 ? 'one question' : `${questions.length} questions`}${why === undefined ? '' : `: ${show('reason')}`}`,
});

export const BodiesInvited = event('BodiesInvited', {
  fields: { round, name, bodies: list('Bodies', { organisation: reference('OR', 'Organisation'), name: text('Name') }, '{name}', { min: 1, max: 200 }) },
  sentence: 'These bodies were invited to bid for {name}: {bodies}',
});

export const LateApplicationAllowed = event('LateApplicationAllowed', {
  fields: { round, name, organisation: reference('OR', 'Organisation'), organisationName: text('Name of the organisation'), until: date('Until'), reason: text('Reason') },
  sentence: '{organisationName} may apply for {name} late, until {until}: {reason}',
});

const before = count('Before');
export const CapacityRaised = event('CapacityRaised', {
  fields: { round, name, before, after: count('After', { min: 1 }), because: text('Because'), sponsor, sponsorName },
  sentence: ({ sponsorName: payer }, show) => `${show('name')} has room for ${show('after')} awards, where it had room for ${show('before')}: ${show('because')}${payer === undefined ? '' : ` (${show('sponsorName')} pays)`}`,
});

export const CriteriaSet = event('CriteriaSet', {
  fields: { round, name, criteria: criteriaField, highestScore: count('Highest score', { min: 1, max: 100 }) },
  sentence: 'Applications for {name} are scored up to {highestScore} on {criteria}',
});

/** From here the criteria stand: scores given on others could not be compared. */
export const ScoringBegun = event('ScoringBegun', { fields: { round, name }, sentence: 'Scoring of the applications for {name} began' });

/** From here a change of the form or of how the round chooses needs a reason, or is too late: somebody has applied under it. */
export const IntakeBegun = event('IntakeBegun', { fields: { round, name }, sentence: 'The first application for {name} came' });

/** From here what an award comes to and when it is paid stands: awards of one round are made on the same terms. */
export const TermsActedOn = event('TermsActedOn', { fields: { round, name }, sentence: 'The first award of {name} was recommended on its terms' });
