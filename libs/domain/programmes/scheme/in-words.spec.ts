import { gbp, toCode, toDate } from '#kernel';
import type { Form } from '../form.js';
import { inWords } from './in-words.js';
import type { SchemeTerms } from './scheme-terms.js';

const terms: SchemeTerms = {
  support: [{ kind: 'cash' }, { kind: 'days', upTo: 1_450, dayRate: gbp(50_000), valuedFor: 'subsidy' }],
  money: { kind: 'ceiling', upTo: gbp(2_000_000) },
  match: { ratio: 50, payableBeforeVerified: 0, from: 'public-bodies' },
  intake: { kind: 'open-call', late: 'with-reason', again: 'until-it-closes' },
  selection: { kind: 'first-come', number: 7 },
  eligibility: [
    { kind: 'type-of-body', code: toCode('who'), effect: 'refuses', source: 'Prospectus, 4', types: [{ type: 'unitary' }, { type: 'county' }, { type: 'district' }] },
    { kind: 'number', code: toCode('size'), effect: 'flags', question: toCode('homes'), least: 500, most: 1_000 },
  ],
  caps: [{ kind: 'awards', most: 1, within: 'programme', counting: 'partners' }],
  capacity: { planned: 4, most: 5, waitingList: true },
  phases: [
    { code: toCode('plan'), name: 'Diagnostic', payable: gbp(1_000_000), until: toDate('2014-06-30') },
    { code: toCode('do'), name: 'Delivery', payable: gbp(1_000_000), needs: [{ output: toCode('plan'), name: 'an implementation plan' }] },
  ],
  years: { kind: 'later', subjectTo: 'the budget of those years', lapsesOn: toDate('2015-03-31'), later: [{ financialYear: 'FY1415', upTo: gbp(500_000) }, { financialYear: 'FY1516', upTo: gbp(250_000) }] },
  otherFunds: [{ fund: toCode('HEALTH'), financialYear: 'FY1314', per: 30 }],
  reporting: [{ output: toCode('report'), name: 'A progress report', every: 'month', dueDays: 5 }],
  fundClass: 'revenue',
};

describe('a scheme in plain words', () => {
  it('answers what an applicant asks, in that order, with every figure', () => {
    const round = { opensOn: toDate('2014-01-06'), closesOn: toDate('2014-02-28'), capacity: 6 };
    expect(Object.fromEntries(inWords(terms, round).map(({ heading, sentences }) => [heading, sentences]))).toEqual({
      'What is given': [
        'A grant of money.',
        'Up to 14.5 days of an expert’s help for each award. Days are logged as they are worked, and what is not used is released. A day counts as £500.00 for subsidy control; it is never added to money.',
      ],
      'How much': ['Each award is negotiated, up to £20,000.00.'],
      Match: ['For each £1.00 of grant, £0.50 of match comes from the recipient and its public partners. No part of the grant is paid before match is verified.'],
      'Which years pay': [
        'Each award is paid from the financial year of its round first. On top of that, later years are named for each award: up to £5,000.00 in 2014/15 and up to £2,500.00 in 2015/16.',
        'They are subject to the budget of those years. None of it is promised, or counted as committed, before it is approved in its own right; what was not approved by 31 March 2015 lapses.',
      ],
      'Whose money it is': ['Of each award, the fund of the round bears 70 per cent and the fund HEALTH 30 per cent (from its budget of 2013/14).', 'It is revenue money: no fund of capital money pays for it.'],
      'Who may come': [
        'Only if the body is a unitary council, county council or district council (Prospectus, 4).',
        'Preferred if the answer to homes is from 500 to 1,000; whoever does not meet it may come all the same.',
      ],
      'How to come in, and until when': [
        'Any body that meets the rules may apply.',
        'A late one is taken where a reason for it is recorded.',
        'A body may change what it sent by sending it again until the round closes; the newest counts.',
        'It is open from 6 January 2014 to 28 February 2014, both days included.',
      ],
      'How they are chosen': ['Whoever came first is served first, until the money runs out or 7 awards have been made.'],
      'Caps for one body': [
        'No body gets more than one award in the whole programme. What a body is a partner in counts too. What a joint body has counts for each of its members.',
      ],
      'How many there is room for': [
        '4 awards are planned, and there is room for 5.',
        'The room was raised to 6.',
        'Whoever finds it full may wait; a place that comes free is kept for whoever has waited longest.',
      ],
      Phases: [
        '1. Diagnostic, until 30 June 2014. Once it has started, up to £10,000.00 of each award may be paid.',
        '2. Delivery. It opens to an award once these were accepted: an implementation plan. Once it has started, up to £10,000.00 of each award may be paid, besides what could be paid before.',
      ],
      Reports: ['A progress report: every month, within 5 days of its end.'],
    });
  });

  it.each<[SchemeTerms['money'], readonly string[]]>([
    [{ kind: 'fixed', amount: gbp(600_000) }, ['Each award is £6,000.00, no more and no less.']],
    [{ kind: 'ceiling-per-body', upTo: gbp(600_000) }, ['Each award is negotiated. All awards of one body in a round come to at most £6,000.00 together.']],
    [{ kind: 'share-of-fund', by: { kind: 'equal' }, most: gbp(600_000) }, ['The money of the round is shared among all who are eligible, in equal parts. The shares come to all of it, to the penny, unless every body has the most.', 'No body gets more than £6,000.00; what that keeps from one is shared among the others.']],
    [
      { kind: 'share-of-fund', by: { kind: 'weight', question: toCode('homes'), sumsTo: 249 } },
      ['The money of the round is shared among all who are eligible, by the number that each body gave to the question homes, and these numbers must come to 249. The shares come to all of it, to the penny.'],
    ],
    [{ kind: 'share-of-cost', bearer: 'the county', per: 40, atLeast: gbp(100_000), atMost: gbp(500_000) }, ['A share of what the county pays, at most 40 per cent of it: at least £1,000.00 and at most £5,000.00.']],
  ])('says each rule for money: %j', (money, sentences) => {
    expect(inWords({ support: [{ kind: 'contribution' }], ...(money ? { money } : {}) })[1]).toEqual({ heading: 'How much', sentences });
  });

  it('names a question as the form asks it, and says how it is answered', () => {
    const question = (code: string, answer: Form[number]['answer'], required = true): Form[number] => ({ code: toCode(code), ask: `What of ${code}?`, required, reusable: false, answer });
    const form = [
      question('homes', { kind: 'number', of: 'homes' }),
      question('why', { kind: 'text', limit: 400 }, false),
      question('costs', { kind: 'money-table', rows: [{ row: toCode('staff'), words: 'Staff' }] }),
      question('plan', { kind: 'file', kinds: 'document', kilobytes: 2_000 }),
      question('land', { kind: 'choice', several: false, options: [{ option: toCode('own'), words: 'Our own' }, { option: toCode('other'), words: 'Other' }] }),
      question('honest', { kind: 'declaration', statement: 'All of this is true' }),
    ];
    const local = { kind: 'answered', code: toCode('local'), effect: 'refuses', question: toCode('land'), options: [{ option: toCode('own') }] } as const;
    expect(inWords({ support: terms.support, eligibility: [local] }, { form }).find(({ heading }) => heading === 'Who may come')?.sentences).toEqual(['Only if the answer to “What of land?” is “Our own”.']);
    const words = Object.fromEntries(inWords(terms, { form }).map(({ heading, sentences }) => [heading, sentences]));
    expect(words['Who may come']?.[1]).toBe('Preferred if the answer to “What of homes?” is from 500 to 1,000; whoever does not meet it may come all the same.');
    expect(words['What is asked']).toEqual([
      'What of homes? (a number of homes)', 'What of why? (at most 400 characters; it may be left out)', 'What of costs? (a table of amounts)', 'What of plan? (a document of at most 2,000 kilobytes)', 'What of land? (one of: Our own; Other)', 'What of honest? (a declaration: All of this is true)',
    ]);
  });

  it('says of phases what may be paid once each has started, and of a report that comes once from when its days count', () => {
    const phase = (code: string, payable?: number) => ({ code: toCode(code), name: code, ...(payable === undefined ? {} : { payable: gbp(payable) }) });
    const said = (...phases: readonly ReturnType<typeof phase>[]) => inWords({ support: [{ kind: 'cash' }], phases }).find(({ heading }) => heading === 'Phases')?.sentences;
    expect(said(phase('plan'), phase('do'))).toEqual(['1. plan.', '2. do.']);
    expect(said(phase('plan', 400_000), phase('do'))).toEqual(['1. plan. Once it has started, up to £4,000.00 of each award may be paid.', '2. do. Once it has started, all that is left of an award may be paid.']);
    expect(said(phase('plan', 0), phase('do', 400_000))?.[0]).toBe('1. plan. Nothing is paid for it.');
    const once: SchemeTerms = { support: [{ kind: 'cash' }], reporting: [{ output: toCode('end'), name: 'A case study', every: 'once', dueDays: 365 }] };
    expect(inWords(once).at(-1)?.sentences).toEqual(['A case study: once, within 365 days of the signing of the agreement, or of the approval where none is signed.']);
  });

  it('says that no money is given, no match is asked for and no body is capped, where that is so', () => {
    const words = inWords({ support: [{ kind: 'advice', on: 'procurement' }] });
    expect(words.map(({ heading }) => heading)).toEqual(['What is given', 'How much', 'Match', 'Who may come', 'Caps for one body']);
    expect(words.flatMap(({ sentences }) => sentences)).toEqual([
      'Advice on procurement. Nothing is awarded for it.', 'No money is given.', 'No match is asked for.',
      'There is no rule about who may come.', 'There is no cap for one body.',
    ]);
  });
});
