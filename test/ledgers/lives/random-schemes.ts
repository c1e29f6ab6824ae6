import { addDays } from '#kernel';
import type { budgetRefusals, questionRefusals, termRefusals } from '#domain/programmes';
import type { Case, Written } from './case.js';
import { drawn } from './ways/way.js';

type Drawing = Pick<Case, 'below' | 'pick' | 'on'>;

const cash = { kind: 'cash' };
const days = { kind: 'days', upTo: '14', dayRate: '£100.00', valuedFor: 'both' };
const fixed = { kind: 'fixed', amount: '£5,000.00' };
const homes = { code: 'enough', effect: 'refuses', kind: 'number', question: 'homes', least: 100 };

/** Each slot of a scheme, as a funder might fill it; what is drawn together here holds together. */
const slots: Readonly<Record<string, (of: Drawing) => unknown>> = {
  support: ({ pick }) => pick<readonly object[]>([
    [cash], [cash], [cash, days], [cash, { kind: 'places', each: 2 }], [{ kind: 'contribution' }], [cash, { kind: 'advice', on: 'procurement' }],
  ]),
  money: ({ pick }) =>
    pick<object>([
      fixed, fixed, { kind: 'ceiling', upTo: '£10,000.00' }, { kind: 'ceiling', upTo: '£5,000.00' }, {
        kind: 'ceiling-per-body', upTo: '£10,000.00',
      }, costShare,
      { kind: 'share-of-fund', by: { kind: 'equal' } }, { kind: 'share-of-fund', by: { kind: 'weight', question: 'homes' }, most: '£5,000.00' },
    ]),
  match: ({ pick }) => ({ ratio: pick([25, 100]), payableBeforeVerified: pick([0, 25, 100]), from: pick(['public-bodies', 'any-partner']) }),
  intake: ({ pick }) => ({
    kind: pick([
      'nomination', 'expression-of-interest', 'invited-bids', 'open-call', 'open-call',
    ]), late: pick(['never', 'with-reason', 'with-reason']), again: pick(['never', 'until-it-closes', 'until-it-closes']),
  }),
  selection: ({ pick, below }) => pick([
    { kind: 'officers' }, { kind: 'competition' }, { kind: 'all-eligible' }, { kind: 'first-come', ...(below(2) === 0 ? { number: 1 + below(2) } : {}) },
  ]),
  eligibility: ({ pick, below }) =>
    [
      { ...homes, effect: pick(['refuses', 'flags']) },
      { code: 'of-a-kind', effect: pick(['refuses', 'flags']), kind: 'answered', question: 'sort', options: [{ option: 'new' }, { option: 'old' }] },
      { code: 'agreed', effect: 'refuses', kind: 'declared', question: 'ready', source: 'Guide, 4' },
      { code: 'type', effect: pick(['refuses', 'flags']), kind: 'type-of-body', types: [{ type: 'unitary' }, { type: 'district' }] },
      { code: 'place', effect: 'flags', kind: 'region', regions: [{ region: 'Yorkshire' }] },
      { code: 'known', effect: 'flags', kind: 'identified-in', register: 'company' },
      { code: 'allies', effect: 'flags', kind: 'partners', least: 1, most: 3 },
    ].filter((_, i) => i === 0 || below(3) === 0),
  caps: ({ pick, below }) => [
    { kind: 'awards', most: 1 + below(2), within: pick(['round', 'programme']), counting: pick(['lead', 'partners']) },
    ...(below(2) === 0 ? [{ kind: 'money', most: '£10,000.00', within: pick(['round', 'programme']), counting: pick(['lead', 'partners']) }] : []),
  ],
  capacity: ({ below }) => ({ planned: 1, most: 1 + below(2), waitingList: below(4) > 0 }),
  phases: ({ below, on }) => [
    { code: 'survey', name: 'Survey', ...(below(2) === 0 ? { payable: '£2,000.00' } : {}) },
    {
      code: 'works', name: 'Works', ...(below(2) === 0 ? { payable: '£3,000.00' } : {}), ...(below(3) === 0 ? { from: addDays(on, below(30)) } : {}),
      needs: [{ output: 'plan', name: 'Plan' }],
    },
  ],
  years: ({ pick, below, on }) =>
    pick<object>([
      { kind: 'one' }, {
        kind: 'spread', parts: [{ financialYear: 'FY1213', per: 60 }, { financialYear: 'FY1314', per: 40 }],
        carryForward: pick(['never', 'under-authority', 'under-authority']),
      },
      {
        kind: 'later', later: [{ financialYear: 'FY1314', upTo: '£1,000.00' }], subjectTo: 'the budget',
        ...(below(2) === 0 ? { lapsesOn: addDays(on, below(60)) } : {}),
      },
    ]),
  otherFunds: () => [{ fund: 'OTHER', financialYear: 'FY1213', per: 25 }],
  reporting: ({ pick }) => [{ output: 'report', name: 'Report', every: pick(['month', 'quarter', 'year', 'once']), dueDays: 30 }],
  fundClass: ({ pick }) => pick(['capital', 'revenue']),
};
const costShare = { kind: 'share-of-cost', bearer: 'the council', per: 50, atLeast: '£1,000.00', atMost: '£5,000.00' };
/** Slots that most schemes leave empty, each drawn by itself. */
const seldom = Object.keys(slots).filter((slot) => slot !== 'support' && slot !== 'money');

/** A scheme that holds together: some slots at random, and those that are asked for. */
export function randomScheme(of: Drawing, wanted: Written = {}): Written {
  const some = seldom.filter(() => of.below(4) === 0);
  const fillWith = (slot: string): unknown => (slot in wanted && wanted[slot] !== drawn ? wanted[slot] : slots[slot]?.(of));
  const filled = [...new Set(['support', 'money', ...some, ...Object.keys(wanted)])].map((slot) => [slot, fillWith(slot)] as const);
  return Object.fromEntries(filled.filter(([, terms]) => terms !== undefined));
}
/** One slot of a scheme drawn anew. */
export const redrawn = (of: Drawing, terms: Written): Written => {
  const slot = of.pick([
    'match', 'intake', 'intake', 'selection', 'eligibility', 'eligibility', 'caps', 'capacity', 'phases', 'years', 'otherFunds', 'reporting',
  ]);
  return { ...terms, [slot]: slots[slot]?.(of) };
};

const phase = (code: string, more: object = {}): object => ({ code, name: code, ...more });
const spread = (...parts: readonly (readonly [string, number])[]): object => ({ years: {
  kind: 'spread', parts: parts.map(([financialYear, per]) => ({ financialYear, per })), carryForward: 'never',
} });
const other = (per: number): object => ({ fund: 'OTHER', financialYear: 'FY1314', per });
const plain = { support: [cash], money: fixed };
const capped = (most: string, ...within: readonly string[]): object => ({ caps: within.map((each) => ({
  kind: 'money', most, within: each, counting: 'lead',
})) });
const long = { types: Array.from({ length: 20 }, () => ({ type: 'unitary' })), source: 'é'.repeat(300) };

/** What is wrong on purpose, by the refusal that it is due. A check that is added wants its line here. */
export const spoiled: Readonly<Record<keyof typeof termRefusals | keyof typeof questionRefusals | keyof typeof budgetRefusals | 'scored-without-competition', Written>> = {
  'support-named-twice': { ...plain, support: [cash, cash] },
  'no-money-rule': { support: [cash] },
  'money-without-cash': { support: [{ kind: 'advice', on: 'law' }], money: fixed },
  'days-need-a-rate': { support: [{ kind: 'days', upTo: '14', valuedFor: 'match' }] },
  'match-of-nothing': { support: [{ kind: 'advice', on: 'law' }], match: { ratio: 100, payableBeforeVerified: 25, from: 'any-partner' } },
  'over-programme-ceiling': { ...plain, money: { kind: 'fixed', amount: '£60,000.00' } },
  'bounds-backwards': { ...plain, eligibility: [{ ...homes, least: 500, most: 100 }] },
  'match-above-the-cost': { ...plain, money: { ...costShare, per: 80 }, match: { ratio: 100, payableBeforeVerified: 25, from: 'any-partner' } },
  'ceiling-below-fixed-sum': { ...plain, ...capped('£1.00', 'round') },
  'cap-named-twice': { ...plain, ...capped('£10,000.00', 'round', 'round') },
  'phase-named-twice': { ...plain, phases: [phase('survey'), phase('survey')] },
  'dates-backwards': { ...plain, phases: [phase('survey', { from: '2012-06-02', until: '2012-06-01' })] },
  'phase-out-of-order': { ...plain, phases: [phase('survey', { from: '2012-06-02' }), phase('works', { from: '2012-06-01' })] },
  'phases-pay-more': { ...plain, phases: [phase('survey', { payable: '£10,000.00' })] },
  'phases-pay-less': { ...plain, phases: [phase('survey', { payable: '£1.00' })] },
  'year-named-twice': { ...plain, ...spread(['FY1213', 50], ['FY1213', 50]) },
  'year-out-of-order': { ...plain, ...spread(['FY1314', 50], ['FY1213', 50]) },
  'year-is-not-later': { ...plain, years: { kind: 'later', later: [{ financialYear: 'FY1213', upTo: '£1,000.00' }], subjectTo: 'the budget' } },
  'year-is-past': { ...plain, ...spread(['FY1112', 50], ['FY1213', 50]) },
  'per-cents-do-not-sum': { ...plain, ...spread(['FY1213', 50], ['FY1314', 49]) },
  'other-funds-bear-it-all': { ...plain, otherFunds: [other(60), { ...other(40), fund: 'IMPROVEMENT' }] },
  'fund-named-twice': { ...plain, otherFunds: [other(10), other(10)] },
  'rule-named-twice': { ...plain, eligibility: [homes, homes] },
  'question-is-unknown': { ...plain, eligibility: [{ ...homes, question: 'nowhere' }] },
  'question-cannot-answer': { ...plain, eligibility: [{ ...homes, question: 'words' }] },
  'scored-without-competition': { ...plain, selection: { kind: 'officers' } },
  'capital-from-revenue': { ...plain, fundClass: 'revenue' },
  'terms-are-too-long': {
    ...plain,
    eligibility: Array.from({ length: 30 }, (_, i) => ({
      code: `rule-${i}`, effect: 'flags', kind: 'region', regions: Array.from({ length: 50 }, (_each, j) => ({ region: `Region ${i} ${j} ${'é'.repeat(40)}` })),
      source: long.source,
    })),
  },
};
