import { handsShown, stream } from '#kernel';
import * as events from './award.events.js';
import { agreementOf, kept, mustBe, type AwardState } from './award-state.js';

export const award = stream('award', { events, initial: { stage: 'absent' } as AwardState }).evolvedBy({
  AwardRecommended: (_, { terms: roundTerms, ...terms }, about) => ({ stage: 'recommended', terms: { ...terms, roundTerms, recommendedBy: handsShown(terms.recommendedBy, about) } }),
  AwardPutToBoard: (state) => state,
  AwardApproved(state, { ceiling, authority }) {
    const delegation = authority.kind === 'delegated' ? { body: authority.body, number: authority.delegation } : undefined;
    return { ...kept(mustBe(state, 'recommended')), stage: 'approved', ceiling, delegation };
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
  AgreementSigned: (state, { amount, matchRequired }) => ({ ...kept(mustBe(state, 'offered')), stage: 'agreed', agreement: { amount, matchRequired } }),
  OfferLapsed: (state) => ({ ...kept(mustBe(state, 'offered')), stage: 'lapsed' }),
  AwardWithdrawn: (state) => ({
    ...kept(mustBe(state, 'recommended', 'approved', 'offered', 'agreed')),
    stage: 'withdrawn',
    agreement: agreementOf(state),
  }),
  AwardClosed(state) {
    const { agreement } = mustBe(state, 'agreed');
    return { ...kept(state), stage: 'closed', agreement };
  },
});
