/** Stored. Change only through round.history.ts. */
import { code, count, event, money, optional, reference, text } from '#kernel';
import { budgetLine } from '#domain/limits';
import { criteriaField } from './criteria.js';
import { matchRule as matchRuleField, roundTerms } from './round-terms.js';

/* Named first: inside an event whose sentence is a function, the compiler would leave optional fields until last. */
const terms = optional(roundTerms);
const matchRule = optional(matchRuleField);
const round = reference('RD', 'Round');

export const RoundOpened = event('RoundOpened', {
  fields: { programme: code('Programme'), name: text('Name'), budget: budgetLine, allocation: money('Allocation'), terms, matchRule },
  sentence: ({ terms: each, matchRule: rule }, show) =>
    `The round ${show('name')} of ${show('programme')} was opened with ${show('allocation')} from ${show('budget')}` +
    `${each ? `, ${show('terms')}` : ''}${rule ? `, and ${show('matchRule')}` : ''}`,
});

export const RoundClosed = event('RoundClosed', {
  fields: { programme: code('Programme'), name: text('Name'), budget: budgetLine, returned: money('Returned to the fund', { orNil: true }) },
  sentence: 'The round {name} was closed and {returned} went back to the fund',
});

export const CriteriaSet = event('CriteriaSet', {
  fields: { round, name: text('Name of the round'), criteria: criteriaField, highestScore: count('Highest score', { min: 1, max: 100 }) },
  sentence: 'Applications for {name} are scored up to {highestScore} on {criteria}',
});

/** From here the criteria stand: scores given on others could not be compared. */
export const ScoringBegun = event('ScoringBegun', {
  fields: { round, name: text('Name of the round') },
  sentence: 'Scoring of the applications for {name} began',
});
