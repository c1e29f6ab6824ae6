import { answersPage, applicationsList, awards, eligibility, intake, milestonesPage, organisationPage, profilePage, programmePage } from '#views';
import { onEveryStore } from './on-every-store.js';
import { playedBooks } from './played-books.js';

/** Story 28: an expression of interest prefers 500 to 1,000 homes, and keeps nobody out who offers others. */
onEveryStore((stage) => {
  const ask = playedBooks(stage, 'housing-offer');
  let round = '';
  beforeAll(async () => {
    round = (await ask(programmePage, { programme: 'HOUSINV' }))?.rounds[0]?.reference ?? 'no round';
  });
  const responses = async () => (await ask(applicationsList, { round })).rows;

  it('prefers two of four, 500 and 1,000 inclusive, and flags the other two without refusing them', async () => {
    expect(await ask(intake, { round })).toMatchObject({ applications: 4, waiting: 4, declined: 0, preferred: 2, flagged: 2, notEligible: 0, late: 0, bodies: 4 });
    expect((await responses()).map(({ route, eligibility: stands, flags }) => `${route} ${stands} ${String(flags)}`)).toEqual([
      'expression-of-interest flagged 1', 'expression-of-interest eligible 0', 'expression-of-interest eligible 0', 'expression-of-interest flagged 1',
    ]);
  });

  it('cites the rule, its version and where it stands for each flag', async () => {
    const [first, second] = await responses();
    const rule = { rule: 'HOMES', version: 1, effect: 'flags' };
    const wanted = 'and the rule asks for between 500 and 1000 (Board paper of early 2014, paragraph 35)';
    expect(await ask(eligibility, { application: first?.reference })).toMatchObject({
      eligibility: 'flagged', verdicts: [{ ...rule, met: false, reason: `The answer to homes is 400, ${wanted}` }],
      screenings: [{ version: 1, eligibility: 'flagged', flags: 1, reasons: `HOMES of version 1: The answer to homes is 400, ${wanted}`, on: '2014-03-03' }],
    });
    expect(await ask(eligibility, { application: second?.reference })).toMatchObject({ verdicts: [{ ...rule, met: true }], screenings: [{ reasons: null }] });
  });

  it('keeps what each council said, so that it need not be asked again', async () => {
    const [first] = await responses();
    expect(await ask(answersPage, { application: first?.reference })).toMatchObject({ sent: 1, formVersion: 1, answers: [{ question: 'homes', answer: { kind: 'number', number: 400 }, reused: false }, { question: 'land' }] });
    expect(await ask(profilePage, { organisation: first?.organisation })).toMatchObject([{ question: 'homes', words: '400', toldOn: '2014-02-03' }, { question: 'land', words: 'own' }]);
  });

  it('ends in a consortium of the four, and commits no money', async () => {
    const consortium = await ask(organisationPage, { organisation: 'OR-2014-005' });
    expect(consortium).toMatchObject({ name: 'Housing offer consortium', type: 'joint-body' });
    expect(consortium?.members.map(({ name }) => name)).toEqual([1, 2, 3, 4].map((n) => `Housing offer council ${String(n)}`));
    expect(await ask(awards, { programme: 'HOUSINV' })).toMatchObject({ total: 0 });
  });

  it('went to the Finance Panel and to the Leadership Board, which asked and committed nothing', async () => {
    const { decisions } = await ask(milestonesPage, { programme: 'HOUSINV' });
    expect(decisions.map(({ decidedBy, verbs }) => [decidedBy, ...verbs])).toEqual([['finance-panel', 'asked'], ['leadership-board', 'asked']]);
    expect(await ask(programmePage, { programme: 'HOUSINV' })).toMatchObject({ committedMinor: 0 });
  });
});
