import { toDate, toPerson } from '#kernel';
import { exceptionsList, schemePage } from '#views';
import { played, type Played } from './unseen/played.js';

/** What goes wrong in a round that bodies bid for: a cap, partners, weights and counts, in two small rounds beside Warm Libraries. */
describe('Bad input in a round leaves nothing behind but a line in the access log', () => {
  let story: Played;
  let [capped, shared] = ['', ''];
  const scheme = { support: [{ kind: 'cash' }], money: { kind: 'fixed', amount: '£500.00' }, intake: { kind: 'open-call', late: 'never', again: 'never' }, selection: { kind: 'officers' } };
  const caps = { ...scheme, caps: [{ kind: 'awards', most: 1, within: 'round', counting: 'partners' }] };
  const byWeight = { ...scheme, money: { kind: 'share-of-fund', by: { kind: 'weight', question: 'books', sumsTo: 100 } }, selection: { kind: 'all-eligible' } };
  const ofTen = [{ code: 'books', ask: 'How many books?', required: true, reusable: false, answer: { kind: 'number', of: 'books' } }];

  const runs = async (by: string, does: string, input: object) => {
    const command = story.house.find(does);
    if (!command) throw new Error(`There is no command ${does}`);
    return story.house.engine.run(command, input, { actor: toPerson(`demo-${by}`), role: by, on: toDate('2018-10-02') });
  };
  const done = async (by: string, does: string, input: object): Promise<string> => {
    const outcome = await runs(by, does, input);
    if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.reference;
  };
  const logged = async (): Promise<number> => (await story.house.access.read({ size: 1_000 })).entries.length;
  /** The refusal of something that leaves the log as it is, and one line more in the access log. */
  const refusalOf = async (by: string, does: string, input: object): Promise<string> => {
    const [before, notes] = [await story.house.store.head(), await logged()];
    const outcome = await runs(by, does, input);
    expect(await story.house.store.head()).toEqual(before);
    expect(await logged()).toBe(notes + 1);
    return outcome.outcome === 'refused' ? outcome.refusal : outcome.outcome;
  };
  const bid = (round: string, lead: string, more: object = {}) => ({ round, organisation: story.named(lead), title: 'Books', answers: [], ...more });
  const partner = (body: string) => ({ partners: [{ organisation: story.named(body), role: 'partner' }] });
  const books = (number: number) => ({ answers: [{ question: 'books', answer: { kind: 'number', number } }] });
  const authority = { kind: 'delegated', body: 'libraries-officers', minute: 'LO 99' };
  const approve = (award: string) => ['programme-manager', 'ApproveAward', { award, ceiling: '£500.00', authority }] as const;
  const recommend = async (...words: Parameters<typeof bid>): Promise<string> => done('programme-officer', 'RecommendAward', { application: await done('programme-officer', 'SubmitApplication', bid(...words)) });

  beforeAll(async () => {
    story = await played('warm-libraries.yaml');
    const round = { programme: 'WARMLIB', fund: 'LIBRARIES', financialYear: 'FY1819', allocation: '£2,000.00' };
    capped = await done('programme-manager', 'OpenRound', { ...round, name: 'One each', scheme: caps });
    shared = await done('programme-manager', 'OpenRound', { ...round, name: 'By books', scheme: byWeight, form: ofTen });
  }, 60_000);
  afterAll(() => story.close());

  it('a partner that is the lead', async () => {
    expect(await refusalOf('programme-officer', 'SubmitApplication', bid(capped, '$cedar', partner('$cedar')))).toBe('partner-is-the-lead');
  });

  it('a second award to a body at its cap, as lead of one and partner of the other, either way round', async () => {
    await done(...approve(await recommend(capped, '$alder', partner('$birch'))));
    expect(await refusalOf(...approve(await recommend(capped, '$birch')))).toBe('body-is-at-its-cap');
    expect(await refusalOf(...approve(await recommend(capped, '$cedar', partner('$alder'))))).toBe('body-is-at-its-cap');
  });

  it('terms that are changed after the opening: without a reason not at all, with one as a new version', async () => {
    const preference = { ...caps, eligibility: [{ kind: 'type-of-body', code: 'charities', effect: 'flags', types: [{ type: 'charity' }] }] };
    expect(await refusalOf('programme-manager', 'ReviseRoundTerms', { round: capped, scheme: preference })).toBe('invalid');
    expect(await story.ask(schemePage, { round: capped })).toMatchObject({ version: 1 });
    await done('programme-manager', 'ReviseRoundTerms', { round: capped, scheme: preference, reason: 'Charities were meant' });
    await story.house.views.caughtUp();
    expect(await story.ask(schemePage, { round: capped })).toMatchObject({ version: 2 });
  });

  it('criteria whose weights do not come to 100', async () => {
    const competed = await done('programme-manager', 'OpenRound', { programme: 'WARMLIB', fund: 'LIBRARIES', financialYear: 'FY1819', allocation: '£1.00', name: 'By points', scheme: { ...scheme, selection: { kind: 'competition' } } });
    expect(await refusalOf('programme-manager', 'SetCriteria', { round: competed, highestScore: 10, criteria: [{ code: 'need', name: 'Need', weight: 60 }, { code: 'value', name: 'Value', weight: 35 }] })).toBe('weights-do-not-sum');
  });

  it('weights of a share that do not come to what the terms say, and are shared once they do', async () => {
    await done('programme-officer', 'SubmitApplication', bid(shared, '$alder', books(60)));
    await done('programme-officer', 'SubmitApplication', bid(shared, '$birch', books(39)));
    expect(await refusalOf('programme-manager', 'ShareFund', { round: shared })).toBe('weights-do-not-sum');
    await done('programme-officer', 'SubmitApplication', bid(shared, '$cedar', books(1)));
    await done('programme-manager', 'ShareFund', { round: shared });
    const shares = (await story.happened('FundShared')).flatMap(({ shares: of }) => (of as readonly { amount: { minor: number } }[]).map(({ amount }) => amount.minor));
    expect(shares).toEqual([120_000, 78_000, 2_000]);
  });

  it('an import whose count differs from the count stated is kept, and is told as an exception', async () => {
    await done('programme-officer', 'StateCount', { round: shared, document: 'Covering letter', stated: 4 });
    await story.house.views.caughtUp();
    expect((await story.ask(exceptionsList, { about: shared })).rows).toMatchObject([{ kind: 'count', sentence: 'Covering letter states 4 applications and the register lists 3' }]);
  });
});
