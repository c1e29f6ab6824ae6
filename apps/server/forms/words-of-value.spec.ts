import { gbp, readInput, toCode, toDate } from '#kernel';
import { formField as questionsField, schemeTerms, type Form, type SchemeTerms } from '#domain/programmes';
import { readForm } from './read-form.js';
import { wordsOfValue } from './words-of-value.js';

class Designed {
  @schemeTerms terms!: SchemeTerms;
  @questionsField questions!: Form;
}

const terms: SchemeTerms = {
  support: [{ kind: 'cash' }, { kind: 'days', upTo: 1_450, dayRate: gbp(50_000), valuedFor: 'both' }, { kind: 'framework', use: 'join', charge: gbp(0) }],
  money: { kind: 'share-of-fund', by: { kind: 'weight', question: toCode('homes'), sumsTo: 249 } },
  match: { ratio: 50, payableBeforeVerified: 0, from: 'any-partner' },
  intake: { kind: 'open-call', late: 'never', again: 'until-it-closes' },
  selection: { kind: 'first-come', number: 7 },
  eligibility: [
    { kind: 'type-of-body', code: toCode('who'), effect: 'refuses', types: [{ type: 'unitary' }, { type: 'county' }] },
    { kind: 'partners', code: toCode('joint'), effect: 'flags', least: 1, role: 'partner' },
  ],
  caps: [{ kind: 'money', most: gbp(1_234_567), within: 'round', counting: 'lead' }],
  capacity: { planned: 4, most: 5, waitingList: true },
  phases: [{ code: toCode('plan'), name: 'Diagnostic', payable: gbp(5), until: toDate('2014-06-09') }, { code: toCode('do'), name: 'Delivery', needs: [{ output: toCode('plan'), name: 'a plan' }] }],
  years: { kind: 'spread', carryForward: 'never', parts: [{ financialYear: 'FY1314', per: 60 }, { financialYear: 'FY1415', per: 40 }] },
};
const questions: Form = [
  { code: toCode('homes'), ask: 'How many?', required: true, reusable: false, answer: { kind: 'number', of: 'homes', least: 1 } },
  { code: toCode('where'), ask: 'Where?', hint: 'On whose land', required: false, reusable: true, answer: { kind: 'choice', several: true, options: [{ option: toCode('own'), words: 'Our own' }, { option: toCode('other'), words: 'Other' }] } },
];

describe('what stands, as the boxes of a form', () => {
  it('comes back as it was, when the form is sent unchanged', () => {
    const words = { ...wordsOfValue(schemeTerms.spec, terms, 'terms'), ...wordsOfValue(questionsField.spec, questions, 'questions') };
    expect(readInput(Designed, readForm(Designed, words))).toEqual({ ok: true, value: { terms, questions } });
  });

  it('is typed as people type it', () => {
    expect(wordsOfValue(schemeTerms.spec, terms, 'terms')).toMatchObject({
      'terms.support.0.kind': 'cash', 'terms.support.1.days.upTo': '14.5', 'terms.support.1.days.dayRate': '500.00', 'terms.capacity.waitingList': 'yes', 'terms.phases.0.until-day': '9', 'terms.phases.0.payable': '0.05',
    });
  });

  it('a row that shows an empty list inside is still empty', () => {
    expect(readForm(Designed, { 'terms.eligibility._rows': '2', 'terms.eligibility.1.type-of-body.types._rows': '2', 'terms.support.0.kind': 'cash' })).toEqual({ terms: { support: [{ kind: 'cash' }] }, questions: [] });
  });
});
