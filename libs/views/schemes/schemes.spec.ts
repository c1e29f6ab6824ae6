import { gbp, toCode, toDate, toReference } from '#kernel';
import { programme, programmeEvents, round, roundEvents, type Form, type SchemeTerms } from '#domain/programmes';
import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt, type AnyQuestion, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { answerOf, kept, told, type Told } from '../testing/told.js';
import { admission, formPage, inMarkdown, schemePage, schemesViews } from './index.js';

const digital = toCode('DIGITAL');
const spring = toReference('RD', 'RD-2014-001');
const terms: SchemeTerms = { support: [{ kind: 'cash' }], money: { kind: 'fixed', amount: gbp(500_000) }, capacity: { planned: 4, most: 5, waitingList: true } };
const dearer: SchemeTerms = { ...terms, money: { kind: 'fixed', amount: gbp(600_000) } };
const questions: Form = [{ code: toCode('homes'), ask: 'How many [new] homes?', required: true, reusable: false, answer: { kind: 'number', of: 'homes' } }];
const about = { round: spring, name: 'Spring' };
const leeds = { organisation: toReference('OR', 'OR-2014-001'), name: 'Leeds City Council' };
const budget = { fund: toCode('CORE'), financialYear: 'FY1314', round: spring };

const history: readonly Told[] = [
  told(programme, digital, '2014-01-06', programmeEvents.ProgrammeDefined({ programme: digital, name: 'Digital', purpose: 'Digital services', awardCeiling: gbp(1_000_000), instrument: 'none' })),
  told(programme, digital, '2014-01-07', programmeEvents.SchemeDesigned({ programme: digital, version: 1, terms })),
  told(round, spring, '2014-01-08', roundEvents.RoundOpened({ programme: digital, name: 'Spring', budget, allocation: gbp(5_000_000), scheme: terms, designed: 1, opensOn: toDate('2014-01-08'), closesOn: toDate('2014-02-28') })),
  told(programme, digital, '2014-02-03', programmeEvents.SchemeDesigned({ programme: digital, version: 2, terms: dearer, reason: 'Prices rose' })),
  told(round, spring, '2014-02-04', roundEvents.FormSet({ ...about, version: 1, questions }), roundEvents.BodiesInvited({ ...about, bodies: [leeds] })),
  told(round, spring, '2014-02-05', roundEvents.CapacityRaised({ ...about, before: 5, after: 6, because: 'A sponsor pays' })),
  told(round, spring, '2014-03-01', roundEvents.LateApplicationAllowed({ ...about, organisation: leeds.organisation, organisationName: leeds.name, until: toDate('2014-03-05'), reason: 'Ill' })),
  { ...told(round, spring, '2014-02-10', roundEvents.RoundTermsRevised({ programme: digital, name: 'Spring', version: 2, scheme: dearer, reason: 'As the programme' })), recorded: '2014-03-02T10:00:00.000Z' },
];

describe('Schemes in words', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;
  beforeAll(async () => {
    ({ views, store } = await kept(opened, schemesViews, history));
  });
  afterAll(() => opened.close());

  async function asked<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, { on, known }: { on?: string; known?: string } = {}): Promise<Answer> {
    const read = known === undefined ? undefined : await readKnownAt(known, store);
    const day = on === undefined ? undefined : await readAsOf(toDate(on), store);
    return answerOf(await views.ask(question, input, { ...(read?.ok ? { knownAt: read.position } : {}), ...(day?.ok ? { asOf: day.asOf } : {}) }));
  }
  const howMuch = async (input: object, clocks: { on?: string; known?: string } = {}) => (await asked(schemePage, input, clocks))?.sections.find(({ heading }) => heading === 'How much')?.sentences;

  it('a programme says its newest terms, what changed and why', async () => {
    expect(await asked(schemePage, { programme: 'DIGITAL' })).toMatchObject({
      of: 'DIGITAL', name: 'Digital', version: 2, since: '2014-02-03', terms: dearer,
      versions: [{ version: 2, reason: 'Prices rose', changed: ['money'] }, { version: 1, reason: null, changed: [] }],
    });
    expect(await howMuch({ programme: 'DIGITAL' }, { on: '2014-02-02' })).toEqual(['Each award is £5,000.00, no more and no less.']);
  });

  it('a round keeps the terms that it was opened with, until they are revised', async () => {
    expect(await howMuch({ round: spring })).toEqual(['Each award is £6,000.00, no more and no less.']);
    expect(await howMuch({ round: spring }, { on: '2014-02-09' })).toEqual(['Each award is £5,000.00, no more and no less.']);
    expect(await howMuch({ round: spring }, { known: '2014-03-01' })).toEqual(['Each award is £5,000.00, no more and no less.']);
    expect(await asked(schemePage, { round: spring })).toMatchObject({ programme: 'DIGITAL', designed: 1, version: 2 });
  });

  it('a round adds its dates, its form and the room that a sponsor made', async () => {
    const words = (await asked(schemePage, { round: spring }))?.sections.flatMap(({ sentences }) => sentences);
    expect(words).toEqual(expect.arrayContaining(['It is open from 8 January 2014 to 28 February 2014, both days included.', 'How many [new] homes? (a number of homes)', 'The room was raised to 6.']));
    expect((await asked(schemePage, { round: spring }, { on: '2014-02-04' }))?.sections.flatMap(({ sentences }) => sentences)).not.toContain('The room was raised to 6.');
  });

  it('a form is told with its version, and there was none before it was set', async () => {
    expect(await asked(formPage, { round: spring })).toMatchObject({ name: 'Spring', version: 1, lastDay: '2014-02-28', questions, versions: [{ version: 1, questions: 1 }] });
    expect(await asked(formPage, { round: spring }, { on: '2014-02-03' })).toBeUndefined();
  });

  it('who was invited, and who may come late', async () => {
    expect(await asked(admission, { round: spring })).toEqual({ invited: [{ ...leeds, since: '2014-02-04' }], late: [{ ...leeds, until: '2014-03-05', reason: 'Ill' }] });
    expect(await asked(admission, { round: spring }, { on: '2014-02-28' })).toMatchObject({ invited: [leeds], late: [] });
  });

  it('as Markdown, words of others make no links', async () => {
    const found = await asked(schemePage, { round: spring });
    const text = found ? inMarkdown(found) : '';
    expect(text).toContain('# Spring\n\nThe terms of RD-2014-001, version 2, since 10 February 2014.\n\n## What is given\n\n- A grant of money.\n');
    expect(text).toContain('- How many \\[new\\] homes? (a number of homes)\n');
    expect(text).toContain('## Versions\n\n- Version 2, 10 February 2014: As the programme. Changed: money.\n- Version 1, 8 January 2014.\n');
  });

  it('nothing is told of what has no terms', async () => {
    expect(await asked(schemePage, { programme: 'OTHER' })).toBeUndefined();
    expect(await asked(schemePage, {})).toBeUndefined();
    expect(await asked(schemePage, { programme: 'DIGITAL' }, { on: '2014-01-06' })).toBeUndefined();
  });
});
