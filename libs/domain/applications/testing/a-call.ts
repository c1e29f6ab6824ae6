import { gbp, toCode, toDate, toReference, type Code } from '#kernel';
import { round, roundEvents, type Form, type SchemeTerms } from '#domain/programmes';
import { budget, future } from '#domain/programmes/testing';
import { ApplicationSubmitted } from '../application.events.js';
import { application } from '../application.js';
import { ApplicationEntered } from '../entries.events.js';
import { entries } from '../entries.js';
import { AnswersKept } from '../profile.events.js';
import { profile } from '../profile.js';
import { aRoundAndBodies, eastRiding, firstApplication } from './index.js';

export const call = toReference('RD', 'RD-2012-002');
export const [homes, summary, accuracy] = ['homes', 'summary', 'accuracy'].map(toCode) as [Code, Code, Code];

/** Three questions: homes and a summary, of which the first is kept for the next time, and a declaration. */
export const form: Form = [
  { code: homes, ask: 'How many homes would be built?', required: true, reusable: true, answer: { kind: 'number', of: 'homes', most: 5_000 } },
  { code: summary, ask: 'What would you do?', required: false, reusable: false, answer: { kind: 'text', limit: 40 } },
  { code: accuracy, ask: 'Is what you say true?', required: true, reusable: true, answer: { kind: 'declaration', statement: 'What we say is true' } },
];

/** An open call that asks for at least 100 homes and prefers 500 to 1,000. */
export const terms: SchemeTerms = {
  support: [{ kind: 'cash' }],
  money: { kind: 'fixed', amount: gbp(2_000_000) },
  intake: { kind: 'open-call', late: 'with-reason', again: 'until-it-closes' },
  eligibility: [
    { kind: 'number', code: toCode('AT-LEAST'), effect: 'refuses', question: homes, least: 100 },
    { kind: 'number', code: toCode('PREFERRED'), effect: 'flags', question: homes, least: 500, most: 1_000, source: 'D003, 35' },
  ],
};
const callBudget = { ...budget, round: call };
export const opened = (changes: Partial<SchemeTerms> = {}) =>
  roundEvents.RoundOpened({
    programme: future, name: 'Homes', budget: callBudget, allocation: gbp(10_000_000), scheme: { ...terms, ...changes }, form,
    opensOn: toDate('2012-04-01'), closesOn: toDate('2012-04-30'),
  });

/** The same bodies, and a round that takes applications by a form from 1 to 30 April 2012. */
export const aCallWith = (changes: Partial<SchemeTerms> = {}) => aRoundAndBodies.and(round, call, opened(changes));
export const aCall = aCallWith();

export const answers = [{ question: homes, answer: { kind: 'number', number: 600 } }, { question: accuracy, answer: { kind: 'declaration', agreed: true } }] as const;

export const submitted = ApplicationSubmitted({
  programme: future,
  budget: callBudget,
  organisation: eastRiding,
  organisationName: 'East Riding of Yorkshire Council',
  organisationType: 'unitary',
  title: 'Homes on the quay',
  route: 'open-call',
  partners: [],
  answers,
  reused: [],
  verdicts: [
    { rule: toCode('AT-LEAST'), version: 1, effect: 'refuses', met: true, reason: 'The answer to homes is 600, and the rule asks for at least 100' },
    { rule: toCode('PREFERRED'), version: 1, effect: 'flags', met: true, reason: 'The answer to homes is 600, and the rule asks for between 500 and 1000 (D003, 35)' },
  ],
  formVersion: 1,
  termsVersion: 1,
});
export const enteredForCall = ApplicationEntered({
  round: call, application: firstApplication, organisation: eastRiding, organisationName: 'East Riding of Yorkshire Council', number: 1, organisationType: 'unitary', partnerRoles: [],
  facts: [{ question: homes, number: 600 }, { question: accuracy, option: toCode('declared') }], eligible: true, flags: 0, bodies: 1,
});
export const keptAnswers = AnswersKept({
  organisation: eastRiding, organisationName: 'East Riding of Yorkshire Council', answers: [{ question: homes, answer: { kind: 'number', number: 600 } }], from: firstApplication,
});
export const begun = roundEvents.IntakeBegun({ round: call, name: 'Homes' });

/** East Riding's bid for 600 homes, as it was sent. */
export const aSubmission = aCall.and(application, firstApplication, submitted).and(entries, call, enteredForCall).and(profile, eastRiding, keptAnswers).and(round, call, begun);
