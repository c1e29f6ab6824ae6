import { toDate, toPerson } from '#kernel';
import { played, type Played } from './unseen/played.js';

const cash = [{ kind: 'cash' }];
const phase = (code: string, more: object = {}) => ({ code, name: code, ...more });

interface Wrong {
  readonly wrong: string;
  readonly refusal: string;
  readonly by: string;
  readonly does: string;
  readonly with: (story: Played) => object;
}
const design = (wrong: string, refusal: string, terms: object): Wrong => ({ wrong, refusal, by: 'programme-manager', does: 'DesignScheme', with: () => ({ programme: 'WARMLIB', terms: { support: cash, ...terms }, reason: 'Tried' }) });
const award = ({ named }: Played) => named('$alder-award');
const round = { programme: 'WARMLIB', name: 'Another', fund: 'LIBRARIES', financialYear: 'FY1819', allocation: '£1.00' };

/** What a programme manager or an officer may get wrong, once each; the terms are those of Warm Libraries. */
const cases: readonly Wrong[] = [
  design('a cap below the fixed sum', 'ceiling-below-fixed-sum', { money: { kind: 'fixed', amount: '£5,000.00' }, caps: [{ kind: 'money', most: '£4,999.99', within: 'round', counting: 'lead' }] }),
  design('match above the cost', 'match-above-the-cost', { money: { kind: 'share-of-cost', bearer: 'the council', per: 80, atLeast: '£1.00', atMost: '£2.00' }, match: { ratio: 50, payableBeforeVerified: 0, from: 'public-bodies' } }),
  design('the least above the most', 'bounds-backwards', { money: { kind: 'share-of-cost', bearer: 'the council', atLeast: '£2.01', atMost: '£2.00' } }),
  design('years that come to 90 per cent', 'per-cents-do-not-sum', { money: { kind: 'ceiling', upTo: '£1.00' }, years: { kind: 'spread', parts: [{ financialYear: 'FY1819', per: 60 }, { financialYear: 'FY1920', per: 30 }], carryForward: 'never' } }),
  design('other funds that bear all of it', 'other-funds-bear-it-all', { money: { kind: 'ceiling', upTo: '£1.00' }, otherFunds: [{ fund: 'WARM-TRUST', financialYear: 'FY1819', per: 100 }] }),
  design('a phase that comes before the one before it', 'phase-out-of-order', { money: { kind: 'ceiling', upTo: '£1.00' }, phases: [phase('works', { from: '2018-10-01', until: '2018-12-31' }), phase('survey', { from: '2018-09-01' })] }),
  design('a phase that ends before it begins', 'dates-backwards', { money: { kind: 'ceiling', upTo: '£1.00' }, phases: [phase('works', { from: '2018-10-01', until: '2018-09-30' })] }),
  design('phases that pay more than an award comes to', 'phases-pay-more', { money: { kind: 'ceiling', upTo: '£1.00' }, phases: [phase('works', { payable: '£1.01' })] }),
  design('money for which there is no rule', 'no-money-rule', {}),
  design('a rule for money that nobody gives', 'money-without-cash', { support: [{ kind: 'advice', on: 'boilers' }], money: { kind: 'ceiling', upTo: '£1.00' } }),
  { wrong: 'a round that closes before it opens', refusal: 'dates-backwards', by: 'programme-manager', does: 'OpenRound', with: () => ({ ...round, opensOn: '2018-11-02', closesOn: '2018-11-01' }) },
  {
    wrong: 'a rule about a number on a question that takes words', refusal: 'question-cannot-answer', by: 'programme-manager', does: 'OpenRound',
    with: () => ({ ...round, form: [{ code: 'hours', ask: 'How many hours?', required: true, reusable: false, answer: { kind: 'text', limit: 20 } }, { code: 'step-free', ask: 'Can everybody get in?', required: true, reusable: false, answer: { kind: 'declaration', statement: 'Yes' } }] }),
  },
  {
    wrong: 'a form that forgets what a rule asks for', refusal: 'question-is-unknown', by: 'programme-manager', does: 'SetForm',
    with: ({ named }) => ({ round: named('$round'), questions: [{ code: 'title', ask: 'What is it called?', required: true, reusable: false, answer: { kind: 'text', limit: 20 } }], reason: 'Shorter' }),
  },
  {
    wrong: 'a rule for the money that is changed once an award was recommended', refusal: 'terms-are-acted-on', by: 'programme-manager', does: 'ReviseRoundTerms',
    with: ({ named }) => ({ round: named('$round'), scheme: { ...schemeOpened, money: { kind: 'ceiling', upTo: '£11,999.99' } }, reason: 'Less money' }),
  },
  { wrong: 'terms that are revised to what they are', refusal: 'terms-are-the-same', by: 'programme-manager', does: 'ReviseRoundTerms', with: ({ named }) => ({ round: named('$round'), scheme: schemeOpened, reason: 'Nothing' }) },
  { wrong: 'a phase that has started', refusal: 'phase-is-started', by: 'programme-manager', does: 'StartPhase', with: (story) => ({ award: award(story), phase: 'survey' }) },
  { wrong: 'a phase that the terms do not have', refusal: 'phase-is-unknown', by: 'programme-manager', does: 'StartPhase', with: (story) => ({ award: award(story), phase: 'party' }) },
  { wrong: 'an output that was accepted', refusal: 'output-is-accepted', by: 'programme-officer', does: 'SubmitOutput', with: (story) => ({ award: award(story), output: 'survey-report', document: 'Survey 2' }) },
  { wrong: 'a seventh day', refusal: 'over-days', by: 'programme-officer', does: 'LogDays', with: (story) => ({ award: award(story), days: '0.01', what: 'A look' }) },
  { wrong: 'a funding that ends before it begins', refusal: 'dates-run-backwards', by: 'finance-officer', does: 'OfferFunding', with: ({ named }) => ({ programme: 'WARMLIB', funder: named('$trust'), amount: '£1.00', qualifier: 'exact', from: '2018-11-02', until: '2018-11-01', heldBy: 'us', purpose: 'Nothing' }) },
  { wrong: 'an identifier that lost its zeros', refusal: 'identifier-is-misspelt', by: 'programme-officer', does: 'RecordIdentifier', with: ({ named }) => ({ organisation: named('$birch'), register: 'company', identifier: '123456' }) },
  { wrong: 'an identifier of another body', refusal: 'identifier-is-taken', by: 'programme-officer', does: 'RecordIdentifier', with: ({ named }) => ({ organisation: named('$birch'), register: 'company', identifier: '00123456' }) },
  { wrong: 'a body that succeeds itself', refusal: 'succeeds-itself', by: 'programme-officer', does: 'RecordSuccessor', with: ({ named }) => ({ organisation: named('$birch'), successors: [{ organisation: named('$birch') }], reason: 'Round and round' }) },
  { wrong: 'a body that is a member of itself', refusal: 'membership-goes-round', by: 'programme-officer', does: 'NameMembers', with: ({ named }) => ({ organisation: named('$birch'), members: [{ organisation: named('$birch') }] }) },
  { wrong: 'money that is moved to the fund that it is in', refusal: 'same-fund', by: 'finance-officer', does: 'VireBudget', with: () => ({ from: 'LIBRARIES', to: 'LIBRARIES', financialYear: 'FY1819', amount: '£1.00', reason: 'None', minute: 'None' }) },
];
let schemeOpened: object = {};

describe('Bad input leaves nothing behind but a line in the access log', () => {
  let story: Played;
  beforeAll(async () => {
    story = await played('warm-libraries.yaml');
    schemeOpened = (await story.happened('RoundOpened'))[0]?.['scheme'] as object;
  }, 60_000);
  afterAll(() => story.close());

  const logged = async (): Promise<number> => (await story.house.access.read({ size: 1_000 })).entries.length;

  it.each(cases)('$wrong is refused', async ({ refusal, by, does, with: input }) => {
    const command = story.house.find(does);
    if (!command) throw new Error(`There is no command ${does}`);
    const [before, notes] = [await story.house.store.head(), await logged()];
    const outcome = await story.house.engine.run(command, input(story), { actor: toPerson(`demo-${by}`), role: by, on: toDate('2018-10-02') });
    expect(outcome).toMatchObject({ outcome: 'refused', refusal });
    expect(await story.house.store.head()).toEqual(before);
    expect(await logged()).toBe(notes + 1);
  });

  it('two bodies that claim one identifier at the same moment: one has it, and the other is told who', async () => {
    const command = story.house.find('RecordIdentifier');
    if (!command) throw new Error('There is no command RecordIdentifier');
    const claim = (body: string) => story.house.engine.run(command, { organisation: story.named(body), register: 'ons', identifier: 'E06000001' }, { actor: toPerson('demo-programme-officer'), role: 'programme-officer', on: toDate('2018-10-02') });
    const outcomes = await Promise.all([claim('$birch'), claim('$cedar')]);
    expect(outcomes).toMatchObject([{ outcome: 'done' }, { outcome: 'refused', refusal: 'identifier-is-taken', details: { name: 'Birch Town Library' } }]);
    expect(await story.happened('IdentifierTaken')).toHaveLength(3);
  });
});
