import { choice, code, count, group, list, listOf, optional, percent, text, type FieldValue } from '#kernel';
import { financialYearField } from '#domain/limits';
import { fundClass } from '../fund-class.js';
import { matchRule, roundTerms } from '../round-terms.js';
import { capTerm } from './cap-term.js';
import { capacityTerm } from './capacity-term.js';
import { eligibilityRule } from './eligibility-rule.js';
import { intakeTerm } from './intake-term.js';
import { phases } from './phases.js';
import { selectionTerm } from './selection-term.js';
import { supportTerm } from './support-term.js';
import { yearsTerm } from './years-term.js';

/** Funds that bear a part of each award besides the round's own. */
export const otherFunds = list('Other funds', { fund: code('Fund'), financialYear: financialYearField(), per: percent('Per cent of each award') }, '{per} from {fund} {financialYear}', { min: 1, max: 5 });
export type OtherFund = FieldValue<typeof otherFunds>[number];

/** What a recipient reports, and how often. */
export const reporting = list(
  'Reports',
  {
    output: code('Report', { hint: 'A short code without spaces, like progress' }),
    name: text('Name'),
    every: choice('Every', { month: 'month', quarter: 'quarter', year: 'year', once: 'time it is due, once' }),
    dueDays: count('Due within so many days', { max: 366, hint: 'Of the end of the month, quarter or year; where it comes once, of the signing of the agreement' }),
  },
  '{name}, every {every}, within {dueDays} days',
  { min: 1, max: 5 },
);
export type Report = FieldValue<typeof reporting>[number];

/**
 * All that describes a scheme: a slot for each question that a scheme answers, and in it terms of a closed set of kinds. There is no
 * language of expressions: what these cannot say is a new kind, with its check and its sentence.
 */
export const schemeTerms = group(
  'Terms of the scheme',
  {
    support: listOf('Support', supportTerm, { min: 1, max: 4 }),
    money: optional(roundTerms),
    match: optional(matchRule),
    intake: optional(intakeTerm),
    selection: optional(selectionTerm),
    eligibility: optional(listOf('Eligibility and preferences', eligibilityRule, { min: 1, max: 30 })),
    caps: optional(listOf('Caps', capTerm, { min: 1, max: 4 })),
    capacity: optional(capacityTerm),
    phases: optional(phases),
    years: optional(yearsTerm),
    otherFunds: optional(otherFunds),
    reporting: optional(reporting),
    fundClass: optional(fundClass),
  },
  '{support}',
);
export type SchemeTerms = FieldValue<typeof schemeTerms>;
