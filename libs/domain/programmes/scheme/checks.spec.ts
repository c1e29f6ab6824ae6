import { gbp, toCode, toDate } from '#kernel';
import type { Form } from '../form.js';
import { termsMustHold } from './checks.js';
import { questionsMustBeAsked } from './choosing-checks.js';
import { termsMustFitBudget } from './fitting.js';
import type { SchemeTerms } from './scheme-terms.js';

const pounds = (amount: number) => gbp(amount * 100);
const cash: SchemeTerms = { support: [{ kind: 'cash' }], money: { kind: 'fixed', amount: pounds(6_000) } };
const costs = { kind: 'share-of-cost', bearer: 'the county', atLeast: pounds(1_000), atMost: pounds(5_000) } as const;
const [phase, rule] = [(code: string) => ({ code: toCode(code), name: code }), { code: toCode('size'), effect: 'flags' } as const];
const homes = toCode('homes');
const form: Form = [{ code: homes, ask: 'How many homes?', required: true, reusable: false, answer: { kind: 'text', limit: 100 } }];
const ceiling = pounds(20_000);
const round = { financialYear: 'FY1314', funds: [] };
const match = (ratio: number) => ({ ratio, payableBeforeVerified: 50, from: 'public-bodies' }) as const;

describe('what terms may not say', () => {
  it.each<[string, SchemeTerms, string, object]>([
    ['a support twice', { ...cash, support: [{ kind: 'cash' }, { kind: 'cash' }] }, 'support-named-twice', { kind: 'cash' }],
    ['cash without a rule for it', { support: [{ kind: 'cash' }] }, 'no-money-rule', {}],
    ['cash and no money', { ...cash, money: { kind: 'none' } }, 'no-money-rule', {}],
    ['money for advice only', { ...cash, support: [{ kind: 'advice', on: 'procurement' }] }, 'money-without-cash', {}],
    ['days that count for match, at no rate', { support: [{ kind: 'days', upTo: 1_400, valuedFor: 'match' }] }, 'days-need-a-rate', {}],
    ['match of nothing', { support: [{ kind: 'advice', on: 'procurement' }], match: match(100) }, 'match-of-nothing', {}],
    ['more than the programme allows', { ...cash, money: { kind: 'ceiling', upTo: gbp(2_000_001) } }, 'over-programme-ceiling', { ceiling: '£20,000.00', amount: '£20,000.01' }],
    ['the bounds of a share of a cost backwards', { ...cash, money: { ...costs, atLeast: pounds(5_001) } }, 'bounds-backwards', { least: '£5,001.00', most: '£5,000.00' }],
    ['match above the cost', { ...cash, money: { ...costs, per: 60 }, match: match(100) }, 'match-above-the-cost', { per: 60, ratio: 100 }],
    ['a ceiling below the fixed sum', { ...cash, caps: [{ kind: 'money', most: gbp(599_999), within: 'programme', counting: 'lead' }] }, 'ceiling-below-fixed-sum', { cap: '£5,999.99', fixed: '£6,000.00' }],
    ['a cap twice', { ...cash, caps: [1, 2].map((most) => ({ kind: 'awards', most, within: 'round', counting: 'lead' })) }, 'cap-named-twice', { kind: 'awards', within: 'round' }],
    ['a phase twice', { ...cash, phases: [phase('plan'), phase('plan')] }, 'phase-named-twice', { phase: 'plan' }],
    ['a phase that ends before it begins', { ...cash, phases: [{ ...phase('plan'), from: toDate('2013-02-01'), until: toDate('2013-01-01') }] }, 'dates-backwards', { from: '1 February 2013' }],
    ['a phase out of order', { ...cash, phases: [{ ...phase('plan'), until: toDate('2013-02-02') }, { ...phase('do'), from: toDate('2013-02-01') }] }, 'phase-out-of-order', { phase: 'do', earlier: 'plan' }],
    ['phases that pay a penny too much', { ...cash, phases: [{ ...phase('plan'), payable: gbp(600_001) }] }, 'phases-pay-more', { sum: '£6,000.01' }],
    ['phases that leave a penny unpaid', { ...cash, phases: [{ ...phase('plan'), payable: gbp(599_999) }] }, 'phases-pay-less', { sum: '£5,999.99' }],
    ['a later year twice', { ...cash, years: { kind: 'later', subjectTo: 'budget', later: ['FY1314', 'FY1314'].map((financialYear) => ({ financialYear, upTo: pounds(1) })) } }, 'year-named-twice', { year: 'FY1314' }],
    ['years out of their order', { ...cash, years: { kind: 'later', subjectTo: 'budget', later: ['FY1415', 'FY1314'].map((financialYear) => ({ financialYear, upTo: pounds(1) })) } }, 'year-out-of-order', { year: 'FY1314' }],
    ['parts of a cost that come to 99', { ...cash, years: { kind: 'spread', carryForward: 'never', parts: [{ financialYear: 'FY1213', per: 60 }, { financialYear: 'FY1314', per: 39 }] } }, 'per-cents-do-not-sum', { sum: 99 }],
    ['other funds that bear all of it', { ...cash, otherFunds: [{ fund: toCode('HEALTH'), financialYear: 'FY1213', per: 100 }] }, 'other-funds-bear-it-all', { sum: 100 }],
    ['another fund twice', { ...cash, otherFunds: [1, 2].map((per) => ({ fund: toCode('HEALTH'), financialYear: 'FY1213', per })) }, 'fund-named-twice', { fund: 'HEALTH' }],
    ['room for fewer than are planned', { ...cash, capacity: { planned: 5, most: 4, waitingList: true } }, 'bounds-backwards', { least: 5, most: 4 }],
    ['a rule twice', { ...cash, eligibility: [{ ...rule, kind: 'partners', least: 1 }, { ...rule, kind: 'partners', least: 2 }] }, 'rule-named-twice', { rule: 'size' }],
    ['a rule with its bounds backwards', { ...cash, eligibility: [{ ...rule, kind: 'number', question: homes, least: 1_000, most: 500 }] }, 'bounds-backwards', { least: 1_000, most: 500 }],
    ['a rule about what nobody is asked', { ...cash, eligibility: [{ ...rule, kind: 'declared', question: toCode('honest') }] }, 'question-is-unknown', { rule: 'size', question: 'honest' }],
    ['a rule about a number that is asked for in words', { ...cash, eligibility: [{ ...rule, kind: 'number', question: homes, least: 1 }] }, 'question-cannot-answer', { question: 'homes', type: 'number' }],
    ['shares by what nobody is asked', { ...cash, money: { kind: 'share-of-fund', by: { kind: 'weight', question: toCode('people') } } }, 'question-is-unknown', { question: 'people' }],
  ])('%s', (_, terms, name, details) => {
    expect(termsMustHold(terms, ceiling) ?? questionsMustBeAsked(terms, form)).toMatchObject({ name, details });
  });

  it('more than a record keeps', () => {
    const rules = Array.from({ length: 30 }, (_, i) => ({ kind: 'region', code: toCode(`r${i}`), effect: 'flags', regions: Array.from({ length: 50 }, () => ({ region: 'é'.repeat(20) })) }) as const);
    expect(termsMustHold({ ...cash, eligibility: rules }, ceiling)).toMatchObject({ name: 'terms-are-too-long', details: { most: 60_000 } });
    expect(termsMustHold({ ...cash, eligibility: rules.slice(0, 15) }, ceiling)).toBeUndefined();
  });

  it('years that are over when the round pays, or later ones that are not later', () => {
    const inYear = (terms: Partial<SchemeTerms>) => termsMustFitBudget({ ...cash, ...terms }, round);
    const health = (financialYear: string) => ({ otherFunds: [{ fund: toCode('HEALTH'), financialYear, per: 30 }] });
    const spread = (...of: readonly string[]) => ({ years: { kind: 'spread', parts: of.map((financialYear) => ({ financialYear, per: 50 })), carryForward: 'never' } }) as const;
    const later = (financialYear: string) => ({ years: { kind: 'later', later: [{ financialYear, upTo: pounds(1_000) }], subjectTo: 'the board' } }) as const;
    expect(inYear(health('FY1213'))).toMatchObject({ name: 'year-is-past', details: { year: 'FY1213', first: 'FY1314' } });
    expect(inYear(spread('FY1213', 'FY1314'))).toMatchObject({ name: 'year-is-past', details: { year: 'FY1213' } });
    expect(inYear(later('FY1314'))).toMatchObject({ name: 'year-is-not-later', details: { year: 'FY1314', first: 'FY1314' } });
    for (const fits of [health('FY1314'), spread('FY1314', 'FY1415'), later('FY1415')]) expect(inYear(fits)).toBeUndefined();
  });

  it('capital out of a fund of revenue', () => {
    const fund = { code: toCode('IMPROVEMENT'), class: 'revenue' } as const;
    expect(termsMustFitBudget({ ...cash, fundClass: 'capital' }, { ...round, funds: [fund] })).toMatchObject({ name: 'capital-from-revenue', details: { class: 'capital', other: 'revenue' } });
    expect(termsMustFitBudget({ ...cash, fundClass: 'revenue' }, { ...round, funds: [fund] })).toBeUndefined();
    expect(termsMustFitBudget({ ...cash, fundClass: 'capital' }, { ...round, funds: [{ code: fund.code }] })).toBeUndefined();
    expect(termsMustFitBudget({ ...cash, fundClass: 'revenue' }, { ...round, funds: [fund, { code: toCode('WORKS'), class: 'capital' }] })).toMatchObject({ name: 'capital-from-revenue', details: { fund: 'WORKS', other: 'capital' } });
  });
});

describe('terms at the edge of what they may say', () => {
  it.each<[string, SchemeTerms]>([
    ['a fixed sum that is the ceiling of the programme and of a body', { ...cash, money: { kind: 'fixed', amount: pounds(20_000) }, caps: [{ kind: 'money', most: pounds(20_000), within: 'round', counting: 'partners' }] }],
    ['a grant and its match that come to all of the cost', { ...cash, money: { ...costs, per: 50 }, match: match(100) }],
    ['phases of which one leaves open what it pays', { ...cash, phases: [{ ...phase('plan'), payable: pounds(2_000) }, phase('do')] }],
    ['phases that pay all of it, one a day after the other', { ...cash, phases: [{ ...phase('plan'), payable: pounds(6_000), until: toDate('2013-02-01') }, { ...phase('do'), from: toDate('2013-02-01'), payable: gbp(0) }] }],
    ['days for match without any money', { support: [{ kind: 'days', upTo: 1_400, valuedFor: 'both', dayRate: pounds(500) }], match: match(50) }],
    ['parts of a cost that come to a hundred', { ...cash, years: { kind: 'spread', carryForward: 'under-authority', parts: [{ financialYear: 'FY1213', per: 60 }, { financialYear: 'FY1314', per: 40 }] } }],
    ['a question, where there is no form yet', { ...cash, eligibility: [{ ...rule, kind: 'number', question: homes, least: 500, most: 500 }] }],
  ])('%s', (_, terms) => {
    expect(termsMustHold(terms, ceiling)).toBeUndefined();
  });
});
