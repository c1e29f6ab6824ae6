import { gbp, toCode, toDate, toReference } from '#kernel';
import { award, awardEvents } from '#domain/awards';
import { about, approved, firstAward, offered, proposed, recipientName, recommended, settled, signed } from '#domain/awards/testing';
import { confirmedAt, named, nextYear, ofTheTrust } from '#domain/awards/testing/under-terms';
import { budget } from '#domain/programmes/testing';
import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt, type AnyQuestion, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../platform/view-store/testing/opened-views.js';
import { awardPage, awards, registerViews } from '../registers/index.js';
import { answerOf, kept, told, type Told } from '../testing/told.js';
import { bodyAwards, conditional, partiesPage, programmeTags, tagTotals, tranches, tranchesViews } from './index.js';

const [nepo, manchester] = [toReference('OR', 'OR-2012-008'), toReference('OR', 'OR-2012-009')];
const second = toReference('AW', 'AW-2012-002');
const category = toCode('category');
const tagged = (ref: string, on: string, value: string): Told => told(award, ref, on, awardEvents.AwardTagged({ set: category, value, recipientName }));
const joins = awardEvents.PartnerAdded({ organisation: nepo, name: 'NEPO', type: 'public-body', role: 'supported-by', recipientName, reason: 'Runs the framework' });
const fromTheTrust = { number: 2, line: ofTheTrust };

const history: readonly Told[] = [
  told(award, firstAward, '2012-05-23', recommended, named, awardEvents.AwardApproved({ ...approved.data, otherLines: [{ ...fromTheTrust, ceiling: gbp(800_000) }] }), joins),
  told(award, second, '2012-05-23', recommended, awardEvents.AwardApproved({ ...approved.data, ceiling: gbp(1_000_000) })),
  tagged(firstAward, '2012-05-24', 'waste'),
  tagged(second, '2012-05-24', 'waste'),
  told(award, firstAward, '2012-06-01', proposed, settled, offered,
    awardEvents.AgreementSigned({ ...signed.data, released: gbp(120_000), otherLines: [{ ...fromTheTrust, kind: 'part', amount: gbp(720_000), released: gbp(80_000) }] })),
  { ...told(award, firstAward, '2012-06-15', awardEvents.LeadTransferred({ ...about, from: about.recipient, fromName: recipientName, recipient: manchester, recipientName: 'Manchester', approved: gbp(0), agreed: gbp(1_800_000), authorised: gbp(0), spent: gbp(0), reason: 'Manchester leads' })), recorded: '2012-06-20T10:00:00.000Z' },
  told(award, firstAward, '2013-02-01', confirmedAt(1_200_000, 'agreed')),
  told(award, firstAward, '2013-03-20', awardEvents.CarriedForward({
    recipient: manchester, recipientName: 'Manchester', from: budget, fromNumber: 0, line: nextYear, number: 3, amount: gbp(500_000), reason: 'Late', decidedBy: approved.data.decidedBy, decidedByName: 'Lead Members', authority: approved.data.authority,
  })),
  told(award, firstAward, '2013-04-01', awardEvents.PartnerLeft({ organisation: nepo, name: 'NEPO', recipientName: 'Manchester', reason: 'Done' })),
  told(award, second, '2013-04-02', awardEvents.AwardUntagged({ set: category, value: 'waste', recipientName })),
  told(award, firstAward, '2014-03-31', awardEvents.AwardClosed({ ...about, released: gbp(580_000), returnedTo: 'round', otherLines: [{ number: 1, line: nextYear, released: gbp(200_000) }, { ...fromTheTrust, released: gbp(0) }, { number: 3, line: nextYear, released: gbp(0) }] })),
];

describe('Parts of awards, the bodies in them, and their tags', () => {
  const opened = new OpenedViews();
  let views: ViewStore;
  let store: EventStore;
  beforeAll(async () => {
    ({ views, store } = await kept(opened, [...registerViews, ...tranchesViews], history));
  });
  afterAll(() => opened.close());

  async function asked<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, on?: string, known?: string): Promise<Answer> {
    const read = known === undefined ? undefined : await readKnownAt(known, store);
    const day = on === undefined ? undefined : await readAsOf(toDate(on), store);
    return answerOf(await views.ask(question, input, { ...(read?.ok ? { knownAt: read.position } : {}), ...(day?.ok ? { asOf: day.asOf } : {}) }));
  }
  const parts = async (on: string) => (await asked(tranches, { award: firstAward }, on)).map(({ number, fund, financialYear, kind, stage, amountMinor }) => [number, fund, financialYear, kind, stage, amountMinor]);

  it('show what is named, approved, signed, confirmed, carried and given back, on each day', async () => {
    const [later, trust, carried] = [[1, 'IMPROVEMENT', 'FY1314', 'later'], [2, 'TRUST', 'FY1213', 'part'], [3, 'IMPROVEMENT', 'FY1314', 'part']];
    expect(await parts('2012-05-22')).toEqual([]);
    expect(await parts('2012-05-23')).toEqual([[...later, 'conditional', 1_500_000], [...trust, 'confirmed', 800_000]]);
    expect(await parts('2012-06-01')).toEqual([[...later, 'conditional', 1_500_000], [...trust, 'signed', 720_000]]);
    expect(await parts('2013-02-01')).toEqual([[...later, 'signed', 1_200_000], [...trust, 'signed', 720_000]]);
    expect(await parts('2013-03-20')).toEqual([[...later, 'signed', 1_200_000], [...trust, 'signed', 720_000], [...carried, 'signed', 500_000]]);
    expect(await parts('2014-03-31')).toEqual([[...later, 'ended', 1_000_000], [...trust, 'ended', 720_000], [...carried, 'ended', 500_000]]);
  });

  it('count as conditional only until they are decided on', async () => {
    expect(await asked(conditional, {}, '2013-01-31')).toMatchObject({ totalMinor: 1_500_000, rows: [{ award: firstAward, subjectTo: 'approval by the Board', lapsesOn: '2013-03-31' }] });
    expect(await asked(conditional, { financialYear: 'FY1415' }, '2013-01-31')).toMatchObject({ totalMinor: 0, rows: [] });
    expect(await asked(conditional, {})).toMatchObject({ totalMinor: 0, rows: [] });
  });

  it('never count what is only named as committed', async () => {
    const committed = async (on: string) => (await asked(bodyAwards, { organisation: on < '2012-06-15' ? about.recipient : manchester }, on)).asLead.find(({ reference }) => reference === firstAward)?.committedMinor;
    expect([await committed('2012-05-23'), await committed('2012-06-14'), await committed('2013-02-01'), await committed('2014-03-31')]).toEqual([2_000_000, 1_800_000, 3_000_000, 2_220_000]);
  });

  it('tell what of it never was the round’s, so that a round’s money is counted alone', async () => {
    const ofTheRound = async (on: string) => (await asked(bodyAwards, { organisation: on < '2012-06-15' ? about.recipient : manchester }, on)).asLead.filter(({ reference }) => reference === firstAward).map(({ committedMinor, elsewhereMinor }) => committedMinor - elsewhereMinor);
    expect([await ofTheRound('2012-05-23'), await ofTheRound('2012-06-14'), await ofTheRound('2013-02-01'), await ofTheRound('2013-03-20'), await ofTheRound('2014-03-31')]).toEqual([[1_200_000], [1_080_000], [1_080_000], [1_080_000], [500_000]]);
  });

  it('an award that was handed on is counted once, by whoever answers for it, as it was known', async () => {
    const lead = async (organisation: string, on: string, known?: string) => (await asked(bodyAwards, { organisation }, on, known)).leadMinor;
    expect([await lead(about.recipient, '2012-06-14'), await lead(manchester, '2012-06-14')]).toEqual([2_800_000, 0]);
    expect([await lead(about.recipient, '2012-06-15'), await lead(manchester, '2012-06-15')]).toEqual([1_000_000, 1_800_000]);
    expect([await lead(about.recipient, '2012-06-15', '2012-06-16'), await lead(manchester, '2012-06-15', '2012-06-16')]).toEqual([2_800_000, 0]);
  });

  it('on a day before it was handed on, an award is of whoever answered for it then, in the register and on its page', async () => {
    const bodies = async (on?: string, known?: string) =>
      [
        (await asked(awards, {}, on, known)).rows.find(({ reference }) => reference === firstAward),
        await asked(awardPage, { award: firstAward }, on, known),
      ].map((each) => [each?.recipient, each?.recipientName]);
    const [eastRiding, heirs] = [[about.recipient, recipientName], [manchester, 'Manchester']];
    expect(await bodies('2012-06-14')).toEqual([eastRiding, eastRiding]);
    expect(await bodies('2012-06-15')).toEqual([heirs, heirs]);
    expect(await bodies('2012-06-15', '2012-06-16')).toEqual([eastRiding, eastRiding]);
    expect(await bodies()).toEqual([heirs, heirs]);
  });

  it('a partner has a part in an award until it leaves', async () => {
    expect(await asked(bodyAwards, { organisation: nepo }, '2013-03-31')).toMatchObject({ asPartner: [{ reference: firstAward, role: 'supported-by' }], leadMinor: 0, partnerMinor: 3_000_000 });
    expect(await asked(bodyAwards, { organisation: nepo }, '2013-04-01')).toMatchObject({ asPartner: [], partnerMinor: 0 });
  });

  it('an award names everybody who was ever in it, with the days, and its tags as they stand', async () => {
    const on = async (day: string) => (await asked(partiesPage, { award: firstAward }, day)).parties.map(
      ({ name, role, sinceOn, untilOn }) => [name, role, sinceOn, untilOn],
    );
    const before = await on('2012-06-01');
    expect(before.at(-1)).toEqual(['NEPO', 'supported-by', '2012-05-23', null]);
    expect(before.filter(([, role]) => role === 'lead')).toEqual([[recipientName, 'lead', '2012-05-23', null]]);
    const after = await on('2013-04-01');
    expect(after.filter(([, role]) => role === 'lead')).toEqual(
      [[recipientName, 'lead', '2012-05-23', '2012-06-15'], ['Manchester', 'lead', '2012-06-15', null]],
    );
    expect(after.find(([name]) => name === 'NEPO')).toEqual(['NEPO', 'supported-by', '2012-05-23', '2013-04-01']);
    expect((await asked(partiesPage, { award: second }, '2013-04-01')).tags).toEqual([{ set: 'category', value: 'waste', sinceOn: '2012-05-24' }]);
    expect((await asked(partiesPage, { award: second }, '2013-04-02')).tags).toEqual([]);
  });

  it('a programme adds up its tags set by set, and what is only named by programme', async () => {
    expect(await asked(programmeTags, { programme: 'FUTURE' }, '2012-05-23')).toEqual([]);
    expect(await asked(programmeTags, { programme: 'FUTURE' }, '2013-04-02')).toMatchObject(
      [{ set: 'category', rows: [{ value: 'waste', awards: 1, worthMinor: 1_800_000 }], untagged: 1 }],
    );
    expect((await asked(conditional, { programme: 'FUTURE' }, '2012-06-01')).totalMinor).toBe(1_500_000);
    expect((await asked(conditional, { programme: 'OTHER' }, '2012-06-01')).rows).toEqual([]);
  });

  it('totals by tag leave out what has none', async () => {
    const of = { programme: 'FUTURE', set: category };
    expect(await asked(tagTotals, of, '2012-05-23')).toMatchObject({ rows: [], untagged: 2 });
    expect(await asked(tagTotals, of, '2013-04-01')).toMatchObject({ rows: [{ value: 'waste', awards: 2, worthMinor: 2_800_000 }], untagged: 0 });
    expect(await asked(tagTotals, of, '2013-04-02')).toMatchObject({ rows: [{ value: 'waste', awards: 1, worthMinor: 1_800_000 }], untagged: 1 });
  });
});
