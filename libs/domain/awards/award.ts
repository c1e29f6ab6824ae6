import { handsShown, minus, present, stream, type Money } from '#kernel';
import type { AuthorityShown } from './authority.js';
import * as events from './award.events.js';
import { agreementOf, kept, mustBe, withTranche, type AwardState, type DelegationUsed, type Tranche } from './award-state.js';
import { countedUnder, countedWithout, countPartners, withMembers } from './counted-bodies.js';

/** Signed for so much, of so much: other budget lines bear what the event says. */
const signedFor = (tranches: readonly Tranche[], lines: readonly { readonly number: number; readonly amount: Money }[]): readonly Tranche[] =>
  tranches.map((each) => ({ ...each, amount: lines.find(({ number }) => number === each.number)?.amount ?? each.amount }));

const delegationOf = (authority: AuthorityShown): DelegationUsed | undefined =>
  (authority.kind === 'delegated' ? { body: authority.body, number: authority.delegation } : undefined);

export const award = stream('award', { events, initial: { stage: 'absent' } as AwardState }).evolvedBy({
  AwardRecommended: (_, { terms: roundTerms, ...terms }, about) => ({
    stage: 'recommended', tranches: [], hasPlace: false, tags: {}, terms: { ...terms, roundTerms, recommendedBy: handsShown(terms.recommendedBy, about) },
  }),
  AwardPutToBoard: (state) => state,
  AwardApproved(state, { ceiling, authority, days, places, place = false, counted, otherLines = [] }) {
    const before = kept(mustBe(state, 'recommended'));
    const parts = otherLines.map(({ number, line, ceiling: amount }): Tranche => ({ number, kind: 'part', line, amount, stage: 'confirmed' }));
    const held = { days, places, hasPlace: place, counted, tranches: [...before.tranches, ...parts] };
    return { ...before, stage: 'approved', ceiling, delegation: delegationOf(authority), ...held };
  },
  AwardDeclined: (state) => ({ ...kept(mustBe(state, 'recommended')), stage: 'declined' }),
  AmountProposed(state, { amount }) {
    const { ceiling } = mustBe(state, 'approved');
    return { ...kept(state), stage: 'approved', ceiling, proposed: amount };
  },
  AmountAgreed: (state, { amount }) => ({ ...mustBe(state, 'approved'), settled: amount }),
  MatchConditionSet: (state, { ratio, payableBeforeVerified, from = 'public-bodies' }) => ({
    ...mustBe(state, 'recommended', 'approved'),
    matchCondition: { ratio, payableBeforeVerified, from },
  }),
  AgreementOffered(state, { amount, acceptBy }) {
    const { ceiling } = mustBe(state, 'approved');
    return { ...kept(state), stage: 'offered', ceiling, amount, acceptBy };
  },
  AgreementSigned(state, { amount, matchRequired, otherLines = [] }) {
    const before = kept(mustBe(state, 'offered'));
    return { ...before, stage: 'agreed', tranches: signedFor(before.tranches, otherLines), agreement: { amount, matchRequired } };
  },
  OfferLapsed: (state) => ({ ...kept(mustBe(state, 'offered')), stage: 'lapsed' }),
  AwardWithdrawn: (state) => ({
    ...kept(mustBe(state, 'recommended', 'approved', 'offered', 'agreed')),
    stage: 'withdrawn',
    agreement: agreementOf(state),
  }),
  AwardClosed: (state) => ({ ...kept(mustBe(state, 'approved', 'agreed')), stage: 'closed', agreement: agreementOf(state) }),

  TrancheNamed(state, { number, line, upTo, lapsesOn }) {
    const before = mustBe(state, 'recommended', 'approved');
    return { ...before, tranches: [...before.tranches, { number, kind: 'later', line, amount: upTo, stage: 'conditional', lapsesOn }] };
  },
  TrancheConfirmed: (state, { number, amount, authority }) =>
    withTranche(mustBe(state, 'approved', 'offered', 'agreed'), number, { amount, stage: 'confirmed', delegation: delegationOf(authority) }),
  TrancheDeclined: (state, { number }) => withTranche(mustBe(state, 'recommended', 'approved', 'offered', 'agreed'), number, { stage: 'declined' }),
  TrancheLapsed: (state, { number }) => withTranche(present(state), number, { stage: 'lapsed' }),
  CarriedForward(state, { fromNumber, number, line, amount }) {
    const before = mustBe(state, 'agreed');
    const giver = before.tranches.find((each) => each.number === fromNumber);
    const { tranches } = giver ? withTranche(before, fromNumber, { amount: minus(giver.amount, amount) }) : before;
    return { ...before, tranches: [...tranches, { number, kind: giver?.kind ?? 'part', line, amount, stage: 'confirmed' }] };
  },

  LeadTransferred(state, { recipient, recipientName, members = [] }) {
    const before = mustBe(state, 'recommended', 'approved', 'offered', 'agreed');
    const partners = before.terms.partners.filter(({ organisation }) => organisation !== recipient);
    const lead = withMembers({ organisation: recipient, name: recipientName }, members);
    const counted = before.counted && countedUnder(before.counted, before.terms.recipient, lead);
    return { ...before, counted, terms: { ...before.terms, recipient, recipientName, partners } };
  },
  PartnerAdded(state, { organisation, name, type, role, members = [] }) {
    const before = mustBe(state, 'recommended', 'approved', 'offered', 'agreed');
    const joins = before.counted && countPartners(before.terms) ? withMembers({ organisation, name }, members) : [];
    const partners = [...before.terms.partners, { organisation, name, type, role }];
    return { ...before, counted: before.counted && [...before.counted, ...joins], terms: { ...before.terms, partners } };
  },
  PartnerLeft(state, { organisation }) {
    const before = mustBe(state, 'recommended', 'approved', 'offered', 'agreed');
    const partners = before.terms.partners.filter((each) => each.organisation !== organisation);
    return { ...before, counted: before.counted && countedWithout(before.counted, organisation), terms: { ...before.terms, partners } };
  },
  CostStated: (state, { cost }) => ({ ...mustBe(state, 'recommended', 'approved'), cost }),
  AwardTagged(state, { set, value }) {
    const before = mustBe(state, 'recommended', 'approved', 'offered', 'agreed', 'closed');
    return { ...before, tags: { ...before.tags, [set]: value } };
  },
  AwardUntagged(state, { set }) {
    const before = mustBe(state, 'recommended', 'approved', 'offered', 'agreed', 'closed');
    return { ...before, tags: Object.fromEntries(Object.entries(before.tags).filter(([each]) => each !== set)) };
  },
});
