import { gbp, toCode, toDate, toPerson, toReference, type AwardRef } from '#kernel';
import { award, awardEvents } from '#domain/awards';
import { decision, decisionEvents } from '#domain/decisions';
import { delivery, deliveryEvents, milestones as reached, milestonesEvents } from '#domain/delivery';
import { round, roundEvents } from '#domain/programmes';
import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt, type AnyQuestion, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { answerOf, kept, told, type Told } from '../testing/told.js';
import { deliveryPage, deliveryViews, milestonesPage, phasesPage, reportsPage } from './index.js';

const ASCE = toCode('ASCE');
const budget = { fund: toCode('CARE'), financialYear: 'FY1213', round: toReference('RD', 'RD-2012-001') };
const names = ['Kingston', 'Ashbourne', 'Bramhall', 'Cleadon'];
const awards = names.map((_, i) => toReference('AW', `AW-2012-00${i + 1}`));
const [kingston, ashbourne, bramhall, cleadon] = awards as [AwardRef, AwardRef, AwardRef, AwardRef];
const whose = (of: AwardRef) => ({ recipient: toReference('OR', `OR-2012-00${awards.indexOf(of) + 1}`), recipientName: names[awards.indexOf(of)] ?? '' });
const about = (of: AwardRef) => ({ award: of, programme: ASCE, ...whose(of) });

const plan = { output: toCode('plan'), name: 'Implementation plan' };
const progress = { output: toCode('progress'), name: 'Progress report' };
const [diagnostic, deliver] = [{ code: toCode('diagnostic'), name: 'Diagnostic', payable: gbp(1_000_000) }, { code: toCode('delivery'), name: 'Delivery', payable: gbp(0), needs: [plan] }];
const scheme = { support: [{ kind: 'cash' }], phases: [diagnostic, deliver], reporting: [{ ...progress, every: 'month', dueDays: 5 }, { output: toCode('case-study'), name: 'Case study', every: 'once', dueDays: 30 }] } as const;

const recommended = (of: AwardRef, instrument: 'grant-agreement' | 'none' = 'grant-agreement'): Told =>
  told(award, of, '2012-04-10', awardEvents.AwardRecommended({
    ...whose(of), budget, application: toReference('AP', 'AP-2012-001'), programme: ASCE, title: 'Care', partners: [], awardCeiling: gbp(1_000_000), instrument, recommendedBy: toPerson('officer'),
  }));
const signed = (of: AwardRef, on: string): Told =>
  told(award, of, on, awardEvents.AgreementSigned({ ...whose(of), budget, amount: gbp(1_000_000), ceiling: gbp(1_000_000), released: gbp(0), returnedTo: 'round', matchRequired: gbp(0), instrument: 'grant-agreement', document: 'GA' }));
const begun = (of: AwardRef, on: string, { code: phase, name }: { code: typeof diagnostic.code; name: string }): Told =>
  told(delivery, of, on, deliveryEvents.PhaseStarted({ ...about(of), phase, name, number: phase === diagnostic.code ? 1 : 2 }));
const submitted = (of: AwardRef, on: string, output: typeof plan, period?: string): Told =>
  told(delivery, of, on, deliveryEvents.OutputSubmitted({ ...about(of), ...output, ...(period === undefined ? {} : { period }), document: `${output.name} of ${on}`, submittedBy: toPerson('officer') }));
const accepted = (of: AwardRef, on: string, output: typeof plan, period?: string): Told =>
  told(delivery, of, on, deliveryEvents.OutputAccepted({ ...about(of), ...output, ...(period === undefined ? {} : { period }), acceptedBy: toPerson('manager') }));

/** Sixteen reviews, one a month, where 12 to 15 were agreed. */
const KNAV = toCode('KNAV');
const reviews = Array.from({ length: 16 }, (_, i) => `${2015 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-10`);

const history: readonly Told[] = [
  told(reached, ASCE, '2012-01-20', milestonesEvents.MilestoneReached({ programme: ASCE, kind: 'launch', title: 'Launch', planned: toDate('2011-12-01') })),
  told(round, budget.round, '2012-04-01', roundEvents.RoundOpened({ programme: ASCE, name: '2012', budget, allocation: gbp(4_000_000), scheme })),
  ...awards.slice(0, 3).map((each) => recommended(each)),
  recommended(cleadon, 'none'),
  ...awards.slice(0, 3).map((each) => signed(each, '2012-05-01')),
  told(award, cleadon, '2012-07-02', awardEvents.AwardApproved({
    ...whose(cleadon), budget, programme: ASCE, title: 'Care', ceiling: gbp(1_000_000), decidedBy: toCode('board'), decidedByName: 'Board', verb: 'approved',
    authority: { kind: 'board', decision: toReference('DC', 'DC-2012-001'), body: toCode('board'), meeting: 'July', item: '1', minute: '1' },
  })),
  ...awards.map((each) => begun(each, '2012-07-03', diagnostic)),
  submitted(ashbourne, '2012-07-06', progress, '2012-06'),
  { ...submitted(kingston, '2012-07-04', progress, '2012-06'), recorded: '2012-08-01T09:00:00.000Z' },
  submitted(kingston, '2012-09-01', plan),
  accepted(kingston, '2012-09-03', plan),
  begun(kingston, '2012-09-04', deliver),
  submitted(bramhall, '2012-09-05', plan),
  accepted(bramhall, '2012-09-06', plan),
  told(award, ashbourne, '2012-10-01', awardEvents.AwardClosed({ ...whose(ashbourne), budget, released: gbp(0), returnedTo: 'round' })),
  told(decision, 'DC-2012-002', '2012-11-02', decisionEvents.ProgrammeDecisionRecorded({
    programme: ASCE, decidedBy: toCode('board'), decidedByName: 'Board', recordedBy: toPerson('secretary'), meeting: '2 November 2012', item: '5', verb: 'noted', alsoVerb: 'asked', minute: '5.1',
  })),
  told(reached, ASCE, '2012-11-27', milestonesEvents.MilestonesPlanned({ programme: ASCE, kind: 'report', least: 2, most: 3 })),
  told(reached, ASCE, '2012-11-27', milestonesEvents.MilestoneReached({ programme: ASCE, kind: 'report', title: 'First report', document: 'Paper 3' })),
  told(reached, ASCE, '2012-12-01', milestonesEvents.RatingReported({ programme: ASCE, period: 'quarter 3', rating: 'green', output: 'Care' })),
  told(reached, ASCE, '2012-12-01', milestonesEvents.DiscrepancyNoted({ programme: ASCE, subject: 'councils', printed: [{ document: 'Paper 3', figure: '44' }, { document: 'Paper 9', figure: 'over 40' }] })),
  told(reached, ASCE, '2014-07-15', milestonesEvents.MilestoneReached({ programme: ASCE, kind: 'report', title: 'Last report' })),
  told(reached, KNAV, '2015-01-01', milestonesEvents.MilestonesPlanned({ programme: KNAV, kind: 'report', least: 12, most: 15 })),
  ...reviews.map((on, i) => told(reached, KNAV, on, milestonesEvents.MilestoneReached({ programme: KNAV, kind: 'report', title: `Review ${i + 1}` }))),
];

describe('What awards deliver', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;

  beforeAll(async () => {
    ({ views, store } = await kept(opened, deliveryViews, history));
  });
  afterAll(() => opened.close());

  /** The answer as known at the end of a day, about what was so on a day. */
  async function asked<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, { known, on }: { known?: string; on?: string } = {}): Promise<Answer> {
    const read = known === undefined ? undefined : await readKnownAt(known, store);
    const day = on === undefined ? undefined : await readAsOf(toDate(on), store);
    return answerOf(await views.ask(question, input, { ...(read?.ok ? { knownAt: read.position } : {}), ...(day?.ok ? { asOf: day.asOf } : {}) }));
  }
  const counted = async (clocks: object) => (await asked(phasesPage, { programme: ASCE }, clocks)).phases.map(({ phase, started, inIt, awaiting }) => ({ phase, started, inIt, awaiting }));

  it('a programme says how many awards are in each phase, and how many wait for what opens the next', async () => {
    expect(await counted({})).toEqual([{ phase: 'diagnostic', started: 4, inIt: 2, awaiting: 0 }, { phase: 'delivery', started: 1, inIt: 1, awaiting: 1 }]);
    expect((await asked(phasesPage, { programme: ASCE })).awards).toMatchObject([
      { award: kingston, recipientName: 'Kingston', phase: 'delivery', sinceOn: '2012-09-04', next: null, awaits: [] },
      { award: ashbourne, phase: 'diagnostic', next: null, awaits: [] },
      { award: bramhall, phase: 'diagnostic', next: 'delivery', awaits: [] },
      { award: cleadon, phase: 'diagnostic', next: 'delivery', awaits: ['Implementation plan'] },
    ]);
  });

  it('on an earlier day fewer had gone on, and an award that ended later was still waiting', async () => {
    expect(await counted({ on: '2012-09-03' })).toEqual([{ phase: 'diagnostic', started: 4, inIt: 4, awaiting: 0 }, { phase: 'delivery', started: 0, inIt: 0, awaiting: 3 }]);
    expect(await counted({ on: '2012-03-31' })).toEqual([]);
    expect(await counted({ known: '2012-05-01' })).toEqual([{ phase: 'diagnostic', started: 0, inIt: 0, awaiting: 0 }, { phase: 'delivery', started: 0, inIt: 0, awaiting: 0 }]);
  });

  it('an award says how far it has come: its phases, what the next waits for, and what may be paid', async () => {
    const of = async (award: AwardRef, clocks: object = {}) => {
      const { phases, payableMinor } = (await asked(deliveryPage, { award }, clocks)) ?? { phases: [], payableMinor: undefined };
      return [phases.map(({ phase, stage, missing }) => [phase, stage, ...missing]), payableMinor];
    };
    expect(await of(kingston)).toEqual([[['diagnostic', 'started'], ['delivery', 'started']], 1_000_000]);
    expect(await of(bramhall)).toEqual([[['diagnostic', 'started'], ['delivery', 'open']], 1_000_000]);
    expect(await of(cleadon)).toEqual([[['diagnostic', 'started'], ['delivery', 'closed', 'Implementation plan']], 1_000_000]);
    expect(await of(bramhall, { on: '2012-09-05' })).toEqual([[['diagnostic', 'started'], ['delivery', 'closed', 'Implementation plan']], 1_000_000]);
    expect(await of(kingston, { on: '2012-07-02' })).toEqual([[['diagnostic', 'open'], ['delivery', 'closed', 'Implementation plan']], 0]);
    expect(await asked(deliveryPage, { award: 'AW-2012-099' })).toBeUndefined();
  });

  it('an award shows the last of each output, and what its round asks to be reported', async () => {
    const { outputs, reports, round: of } = (await asked(deliveryPage, { award: kingston })) ?? { outputs: [], reports: [], round: '' };
    expect(outputs).toMatchObject([
      { output: 'progress', period: '2012-06', stage: 'submitted', submittedOn: '2012-07-04', times: 1, answeredOn: null },
      { output: 'plan', period: '', stage: 'accepted', submittedOn: '2012-09-01', answeredOn: '2012-09-03', reason: null },
    ]);
    expect([of, reports.map(({ output, every }) => [output, every])]).toEqual(['RD-2012-001', [['progress', 'month'], ['case-study', 'once']]]);
    expect((await asked(deliveryPage, { award: kingston }, { known: '2012-07-31' }))?.outputs).toEqual([]);
  });

  it('a report is due of every award that was under way in its month, and is overdue once its last day has passed', async () => {
    expect(await asked(reportsPage, { programme: ASCE, period: '2012-06' })).toMatchObject({
      due: 3, received: 2, missing: 1, overdue: null,
      reports: [
        { award: kingston, dueOn: '2012-07-05', receivedOn: '2012-07-04', stage: 'submitted', isLate: false },
        { award: ashbourne, receivedOn: '2012-07-06', isLate: true },
        { award: bramhall, receivedOn: null, stage: null, document: null },
      ],
    });
    const counts = async (clocks: object, period = '2012-06') => {
      const { due, received, missing, overdue } = (await asked(reportsPage, { programme: ASCE, period }, clocks)) ?? {};
      return [due, received, missing, overdue];
    };
    expect(await counts({ on: '2012-07-05' })).toEqual([3, 1, 2, 0]);
    expect(await counts({ on: '2012-07-06' })).toEqual([3, 2, 1, 1]);
    expect(await counts({ known: '2012-07-31' })).toEqual([3, 1, 2, null]);
    expect(await counts({}, '2012-07')).toEqual([4, 0, 4, null]);
    expect(await counts({}, '2012-11')).toEqual([3, 0, 3, null]);
    expect(await counts({}, 'FY1213')).toEqual([0, 0, 0, null]);
    expect(await asked(reportsPage, { programme: ASCE, period: 'June' })).toBeUndefined();
  });

  it('what is reported once is asked for without a period, and is due so many days after work may begin', async () => {
    expect(await asked(reportsPage, { programme: ASCE })).toMatchObject({ period: null, due: 4, received: 0, missing: 4, overdue: null, reports: [{ output: 'case-study', dueOn: '2012-05-31' }, {}, {}, {}] });
    expect(await asked(reportsPage, { programme: ASCE }, { on: '2012-05-31' })).toMatchObject({ overdue: 0 });
    expect((await asked(reportsPage, { programme: ASCE }, { on: '2012-06-01' }))?.overdue).toBeGreaterThan(0);
  });

  it('milestones stand by their days, against how many were agreed', async () => {
    const all = await asked(milestonesPage, { programme: ASCE });
    expect(all.reached.map(({ on, title }) => `${on} ${title}`)).toEqual(['2012-01-20 Launch', '2012-11-27 First report', '2014-07-15 Last report']);
    expect(all.reached[0]).toMatchObject({ plannedOn: '2011-12-01' });
    expect(all.agreed).toEqual([{ kind: 'report', least: 2, most: 3, reached: 2, standing: 'within' }]);
    expect((await asked(milestonesPage, { programme: ASCE }, { on: '2013-01-01' })).agreed).toMatchObject([{ reached: 1, standing: 'below' }]);
    expect((await asked(milestonesPage, { programme: ASCE }, { on: '2012-11-26' })).agreed).toEqual([]);
  });

  it.each([[11, 'below'], [12, 'within'], [14, 'within'], [15, 'full'], [16, 'over']])('%i reviews are %s the 12 to 15 that were agreed', async (count, standing) =>
    expect((await asked(milestonesPage, { programme: KNAV }, { on: reviews[count - 1] ?? '' })).agreed).toMatchObject([{ reached: count, standing }]));

  it('ratings, what documents print, and both verbs of a decision stand as they were recorded', async () => {
    const { ratings, discrepancies, decisions } = await asked(milestonesPage, { programme: ASCE });
    expect(ratings).toEqual([{ on: '2012-12-01', period: 'quarter 3', rating: 'green', output: 'Care', reason: null, reference: null }]);
    expect(discrepancies).toEqual([{ on: '2012-12-01', subject: 'councils', printed: [{ document: 'Paper 3', figure: '44' }, { document: 'Paper 9', figure: 'over 40' }] }]);
    expect(decisions).toMatchObject([{ reference: 'DC-2012-002', decidedByName: 'Board', verbs: ['noted', 'asked'], minute: '5.1' }]);
  });
});
