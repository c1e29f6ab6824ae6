import { playbook, step, type Step } from '../made-up.js';
import { sixRules } from './bids.js';

const budgetOf = (fund: string): Step => ({ fund, financialYear: 'FY1213' });
const funded = (fund: string, amount: string): readonly Step[] => [
  step('finance-officer', 'OpenFund', { code: fund, name: `Fund ${fund}` }),
  step('finance-officer', 'SetBudget', { ...budgetOf(fund), amount }),
];
const opened = (programme: string, fund: string, allocation: string, scheme: Step, as: string): readonly Step[] => [
  step('programme-manager', 'DefineProgramme', { code: programme, name: `Programme ${programme}`, purpose: 'To measure', awardCeiling: '£50,000.00', instrument: 'deed' }),
  step('programme-manager', 'OpenRound', { programme, name: `Round of ${programme}`, ...budgetOf(fund), allocation, scheme }, as),
];

const cash = { support: [{ kind: 'cash' }], intake: { kind: 'open-call', late: 'never', again: 'never' } };
const fixed = { kind: 'fixed', amount: '£1,000.00' };

const byHomes = { ...cash, money: { kind: 'share-of-fund', by: { kind: 'weight', question: 'homes' } } };
/** What a body that has not applied yet is called while the scene is played. */
export const lateBody = (i: number): string => `$late-${i}`;

/** A round, `$ranked`, that is scored and has six rules; two, `$shared` and `$few`, whose money is shared by homes; and bodies that come late. */
export const rounds = (late: number): string =>
  playbook('measured-choosing', [
    ...funded('CHOOSING', '£80,000,000.00'),
    ...opened('CHOOSING', 'CHOOSING', '£10,000,000.00', { ...cash, money: fixed, selection: { kind: 'competition' }, eligibility: sixRules }, '$ranked'),
    step('programme-manager', 'SetCriteria', { round: '$ranked', criteria: [{ code: 'value', name: 'Value for money', weight: 60 }, { code: 'reach', name: 'Councils reached', weight: 40 }], highestScore: 100 }),
    ...opened('SHARING', 'CHOOSING', '£36,000,000.00', byHomes, '$shared'),
    ...opened('FEW', 'CHOOSING', '£1,000,000.00', byHomes, '$few'),
    ...Array.from({ length: late }, (_, i) => step('programme-officer', 'RegisterOrganisation', { name: `Late council ${i}`, type: 'district' }, lateBody(i))),
  ]);

/** The same grant under every kind of term beside it: none of them refuses anybody here, and all of them are asked. */
const everyTerm = (awards: number): Step => ({
  ...cash,
  support: [{ kind: 'cash' }, { kind: 'days', upTo: '5', dayRate: '£500.00', valuedFor: 'both' }],
  money: fixed,
  selection: { kind: 'officers' },
  eligibility: sixRules.slice(0, 2),
  caps: [{ kind: 'awards', most: 2, within: 'round', counting: 'partners' }, { kind: 'money', most: '£5,000.00', within: 'programme', counting: 'lead' }],
  capacity: { planned: awards, most: awards, waitingList: true },
  phases: [{ code: 'first', name: 'Diagnostic', payable: '£400.00' }, { code: 'second', name: 'Implementation', payable: '£600.00' }],
  years: { kind: 'later', later: [{ financialYear: 'FY1314', upTo: '£500.00' }], subjectTo: 'the budget of 2013/14' },
  otherFunds: [{ fund: 'SECOND', financialYear: 'FY1213', per: 30 }],
  reporting: [{ output: 'progress', name: 'Progress', every: 'month', dueDays: 5 }],
});

/** A round under the simplest terms, `$simplest`, and one under every kind of term, `$every`; and two bodies for each award: its lead and its partner. */
export const seasons = (awards: number): string =>
  playbook('measured-seasons', [
    ...funded('FIRST', '£50,000,000.00'),
    ...funded('SECOND', '£50,000,000.00'),
    step('secretary', 'RegisterBody', { code: 'board', name: 'Board', kind: 'board' }),
    step('secretary', 'RegisterBody', { code: 'lead-members', name: 'Lead Members', kind: 'members' }),
    step('secretary', 'Delegate', { from: 'board', to: 'lead-members', perAward: '£50,000.00', total: '£50,000,000.00', startsOn: '2012-05-01', minute: '1' }),
    ...opened('SIMPLEST', 'FIRST', '£2,000,000.00', { ...cash, money: fixed }, '$simplest'),
    ...opened('EVERY', 'FIRST', '£2,000,000.00', everyTerm(awards), '$every'),
    ...Array.from({ length: awards }, (_, i) => [
      step('programme-officer', 'RegisterOrganisation', { name: `Lead council ${i}`, type: 'district' }, `$lead-${i}`),
      step('programme-officer', 'RegisterOrganisation', { name: `Partner council ${i}`, type: 'county' }, `$partner-${i}`),
    ]).flat(),
  ]);
