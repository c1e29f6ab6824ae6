import type { ViewStore } from '#platform/view-store';
import { readKnownAt } from '#platform/view-store';
import type { EventStore } from '#platform/event-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { eastRiding, futureCouncils, jointAward, withdrawnAward } from '../testing/future-councils.js';
import { answerOf, kept } from '../testing/told.js';
import {
  applicationsList, awardPage, awards, organisationPage, organisationsList, paymentPage, paymentsList, programmePage, programmesList, registerViews,
} from './index.js';

describe('The registers of Future Councils', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;
  const knownOn = async (when: string): Promise<{ knownAt: number }> => {
    const read = await readKnownAt(when, store);
    if (!read.ok) throw new Error(read.message);
    return { knownAt: read.position };
  };
  const award = async (reference: string, when?: string) => answerOf(await views.ask(awardPage, { award: reference }, when === undefined ? {} : await knownOn(when)));
  const programme = async (when?: string) => answerOf(await views.ask(programmePage, { programme: 'FUTURE' }, when === undefined ? {} : await knownOn(when)));

  beforeAll(async () => {
    ({ views, store } = await kept(opened, registerViews, futureCouncils));
  });
  afterAll(() => opened.close());

  it('an award has its figures, partners, match by source and payments', async () => {
    expect(await award(jointAward)).toMatchObject({
      reference: 'AW-2012-001', recipientName: 'East Riding of Yorkshire Council', programmeName: 'Future Councils', stage: 'agreed', stageOn: '2012-08-01',
      ceilingMinor: 2_000_000, proposedMinor: 1_800_000, negotiatedMinor: 1_800_000, agreedMinor: 1_800_000, committedMinor: 1_800_000, authorisedMinor: 0, paidMinor: 900_000,
      putTo: 'Improvement Board', askedTo: 'confirm', meeting: 'July 2012', decidedBy: 'Improvement Board', verb: 'confirmed', acceptBy: '2012-08-31', document: 'MOA 1 signed',
      matchRatio: 100, matchRequiredMinor: 1_800_000, matchPledgedMinor: 2_000_000, matchEvidencedMinor: 1_000_000, matchVerifiedMinor: 1_000_000, matchMetMinor: 1_000_000, matchGapMinor: 800_000,
      partners: [{ name: 'Scarborough Borough Council', role: 'project-assurance' }],
      sources: [
        { name: 'East Riding of Yorkshire Council', pledgedMinor: 1_200_000, evidencedMinor: 1_000_000, verifiedMinor: 1_000_000 },
        { name: 'Scarborough Borough Council', pledgedMinor: 800_000, evidencedMinor: 0, verifiedMinor: 0 },
      ],
      payments: [
        { reference: 'PY-2012-001', stage: 'settled', amountMinor: 900_000, bankReference: 'BACS 1' },
        { reference: 'PY-2012-002', stage: 'cancelled', amountMinor: 100_000, reason: 'Typed twice' },
      ],
    });
  });

  it('an award is shown as it was known: an approval that was recorded six days late was not known before', async () => {
    expect(await award(jointAward, '2012-05-31')).toBeUndefined();
    expect(await award(jointAward, '2012-07-15')).toMatchObject({ stage: 'recommended', putTo: 'Improvement Board', ceilingMinor: null, decidedBy: null });
    expect(await award(jointAward, '2012-07-16')).toMatchObject({ stage: 'approved', stageOn: '2012-07-10', ceilingMinor: 2_000_000, agreedMinor: null });
    expect(await award(jointAward, '2012-08-23')).toMatchObject({ stage: 'agreed', authorisedMinor: 900_000, paidMinor: 0, payments: [{ stage: 'released' }] });
    expect(await award(jointAward, '2012-08-11')).toMatchObject({ matchGapMinor: 1_800_000, sources: [{ evidencedMinor: 1_200_000, verifiedMinor: 0 }, {}] });
  });

  it('the list of awards is filtered and paged', async () => {
    const list = async (input: object, when?: string) => {
      const { rows, total } = answerOf(await views.ask(awards, input, when === undefined ? {} : await knownOn(when)));
      return [total, ...rows.map(({ reference }) => reference)];
    };
    expect(await list({})).toEqual([2, jointAward, withdrawnAward]);
    expect(await list({ page: '2', size: '1' })).toEqual([2, withdrawnAward]);
    expect(await list({ stage: 'withdrawn' })).toEqual([1, withdrawnAward]);
    expect(await list({ stage: 'withdrawn' }, '2012-08-31')).toEqual([0]);
    expect(await list({ programme: 'FUTURE', short: 'true' })).toEqual([1, jointAward]);
    expect(await list({ programme: 'OTHER' })).toEqual([0]);
    expect(await views.ask(awards, { stage: 'asleep' })).toMatchObject({ outcome: 'invalid', problems: [{ field: 'stage' }] });
  });

  it('a programme adds up the awards that stand, and says what is left of its round and its fund', async () => {
    expect(await programme('2012-07-17')).toMatchObject({ awards: 2, approved: 2, ceilingMinor: 4_000_000, agreedMinor: 0, headroomMinor: 4_000_000, rounds: [{ leftMinor: 6_000_000, fundAvailableMinor: 5_500_000 }] });
    expect(await programme('2012-07-21')).toMatchObject({ approved: 2, ceilingMinor: 4_000_000, agreedMinor: 1_800_000, headroomMinor: 2_200_000 });
    expect(await programme()).toMatchObject({
      code: 'FUTURE', name: 'Future Councils', awardCeilingMinor: 2_000_000, awards: 2, approved: 1, ceilingMinor: 2_000_000, agreedMinor: 1_800_000, headroomMinor: 200_000,
      committedMinor: 1_800_000, paidMinor: 900_000, matchRequiredMinor: 1_800_000, matchVerifiedMinor: 1_000_000, matchGapMinor: 800_000, short: 1,
      rounds: [{ reference: 'RD-2012-001', name: 'First round', fundName: 'Improvement', financialYear: 'FY1213', isOpen: true, allocationMinor: 10_000_000, leftMinor: 8_200_000, fundAvailableMinor: 5_500_000 }],
    });
    expect(await programme('2012-05-01')).toBeUndefined();
  });

  it('programmes, applications, payments and organisations are listed', async () => {
    expect(answerOf(await views.ask(programmesList, {}))).toMatchObject([{ code: 'FUTURE', awardCeilingMinor: 2_000_000 }]);
    expect(answerOf(await views.ask(applicationsList, { stage: 'nominated' }, await knownOn('2012-05-20')))).toMatchObject({ total: 1, rows: [{ reference: 'AP-2012-001', award: null }] });
    expect(answerOf(await views.ask(applicationsList, { programme: 'FUTURE' }))).toMatchObject({ total: 2, rows: [{ stage: 'taken-forward', award: jointAward }, { award: withdrawnAward }] });
    expect(answerOf(await views.ask(paymentsList, { stage: 'released' }, await knownOn('2012-08-22')))).toMatchObject({ total: 1, rows: [{ reference: 'PY-2012-001', releasedBy: 'person:releaser' }] });
    expect(answerOf(await views.ask(paymentPage, { payment: 'PY-2012-009' }))).toBeUndefined();
    expect(answerOf(await views.ask(organisationsList, { name: 'Scar' }))).toMatchObject({ total: 1, rows: [{ name: 'Scarborough Borough Council', region: 'Yorkshire and the Humber' }] });
  });

  it('a name is withheld from the day on which that was decided, and was not before', async () => {
    expect(answerOf(await views.ask(organisationsList, { name: 'Birm' }))).toMatchObject({ rows: [{ withheldOn: '2012-04-12' }] });
    expect(answerOf(await views.ask(organisationsList, { name: 'Birm' }, await knownOn('2012-04-11')))).toMatchObject({ rows: [{ withheldOn: null }] });
  });

  it('an organisation keeps the names that it had', async () => {
    expect(answerOf(await views.ask(organisationPage, { organisation: eastRiding }))).toMatchObject({
      name: 'East Riding of Yorkshire Council', names: [{ name: 'East Riding', fromOn: '2012-04-02' }, { name: 'East Riding of Yorkshire Council', fromOn: '2012-04-10' }],
    });
    expect(answerOf(await views.ask(organisationPage, { organisation: eastRiding }, await knownOn('2012-04-03')))).toMatchObject({ name: 'East Riding' });
  });
});
