import { gbp, nil, toDate, toPerson, type Happened, type NewEvent, type Person } from '#kernel';
import { assessed } from '#domain/assessments/testing';
import { approved, firstAward, recommended } from '#domain/awards/testing';
import { carriedForward, confirmedAt } from '#domain/awards/testing/under-terms';
import { evidenceEvents } from '#domain/match-funding';
import { firstEvidence, received } from '#domain/match-funding/testing';
import { authorised, firstPayment, released } from '#domain/payments/testing';
import { claimed, firstSaving, validated } from '#domain/savings/testing';
import { LawsOfRecord } from './laws-of-record.js';

const [ann, bob, cyd] = [toPerson('ann'), toPerson('bob'), toPerson('cyd')];
interface Doing {
  readonly event: NewEvent;
  readonly ref: string;
}
const assessedAsEvidence = (accepted = 1_200_000) => evidenceEvents.EvidenceAssessed({ award: firstAward, accepted: gbp(accepted), rejected: nil, verifiedBy: ann });
const recommending: Doing = { event: recommended, ref: firstAward };
const pairs: readonly (readonly [string, readonly Doing[], Doing])[] = [
  ['approved what they recommended', [recommending], { event: approved, ref: firstAward }],
  ['approved what they scored', [{ event: assessed, ref: 'RD-2012-001' }], { event: approved, ref: firstAward }],
  ['confirmed a later year of what they recommended', [recommending], { event: confirmedAt(1, 'agreed'), ref: firstAward }],
  ['confirmed a later year of what they scored', [{ event: assessed, ref: 'RD-2012-001' }], { event: confirmedAt(1, 'agreed'), ref: firstAward }],
  ['carried forward money of what they recommended', [recommending], { event: carriedForward, ref: firstAward }],
  ['carried forward money of what they scored', [{ event: assessed, ref: 'RD-2012-001' }], { event: carriedForward, ref: firstAward }],
  ['released what they authorised', [{ event: authorised, ref: firstPayment }], { event: released, ref: firstPayment }],
  ['authorised what waited for match that they verified', [{ event: assessedAsEvidence(0), ref: firstEvidence }], { event: authorised, ref: firstPayment }],
  ['verified what they received', [{ event: received, ref: firstEvidence }], { event: assessedAsEvidence(), ref: firstEvidence }],
  ['validated what they claimed', [{ event: claimed, ref: firstSaving }], { event: validated, ref: firstSaving }],
];

const happened = ({ event, ref }: Doing, position: number, actor: Person, onBehalfOf?: Person): Happened => ({
  ...event, stream: ref, category: '', ref, version: 1, id: '', position, recordedAt: '', on: toDate('2012-06-13'), meta: { actor, ...(onBehalfOf ? { onBehalfOf } : {}) },
});
/** What is found when these did the one and those did the other; somebody else recommended the award before. */
function breaches(before: readonly Doing[], after: Doing, hands: { readonly before: readonly [Person, Person?]; readonly after: readonly [Person, Person?] }): readonly string[] {
  const laws = new LawsOfRecord();
  laws.take(happened(recommending, 1, toPerson('officer')));
  before.forEach((each, i) => laws.take(happened(each, i + 2, ...hands.before)));
  laws.take(happened(after, 9, ...hands.after));
  return laws.breaches.map(({ name, where }) => `${name} ${where}`);
}

describe('the law that nobody does both sides of a record', () => {
  it.each(pairs)('finds whoever %s', (_, before, after) => {
    expect(breaches(before, after, { before: [ann], after: [ann] })).toEqual(['I22 event @9']);
    expect(breaches(before, after, { before: [ann], after: [bob] })).toEqual([]);
  });

  it.each(pairs)('finds whoever %s in the name of somebody, or by somebody', (_, before, after) => {
    expect(breaches(before, after, { before: [bob, ann], after: [ann] })).toEqual(['I22 event @9']);
    expect(breaches(before, after, { before: [ann], after: [bob, ann] })).toEqual(['I22 event @9']);
    expect(breaches(before, after, { before: [bob, ann], after: [cyd, ann] })).toEqual(['I22 event @9']);
  });
});

it('the law that evidence counts for no more than it shows finds a penny too many', () => {
  const laws = new LawsOfRecord();
  laws.take(happened({ event: received, ref: firstEvidence }, 1, ann));
  laws.take(happened({ event: assessedAsEvidence(1_200_001), ref: firstEvidence }, 2, bob));
  expect(laws.breaches.map(({ name, what }) => [name, what])).toEqual([['I18', `${firstEvidence} counts for 1 pence more than it shows`]]);
});
