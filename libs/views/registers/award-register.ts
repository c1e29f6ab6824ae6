import { view, type Money, type RowsOf } from '#kernel';
import { award } from '#domain/awards';
import { match } from '#domain/match-funding';
import { payment } from '#domain/payments';
import { awardTables } from './award-tables.js';

type Rows = RowsOf<typeof awardTables>;
type Amounts = Parameters<Rows['awards']['add']>[1];

const add = (rows: Rows, reference: string, amounts: Amounts): void => rows.awards.add({ reference }, amounts);

interface Giving {
  readonly award: string;
  readonly source: string;
  readonly sourceName: string;
}
/** An amount of a source's match, on the award as a whole and on the source. */
function give(rows: Rows, { award: to, source, sourceName }: Giving, measure: 'pledged' | 'evidenced' | 'verified', { minor }: Money, sign: 1 | -1 = 1): void {
  if (minor === 0) return;
  rows.match_sources.put({ award: to, source, name: sourceName });
  rows.match_amounts.add({ award: to, source, measure, amount_minor: sign * minor });
  add(rows, to, { [`match_${measure}_minor`]: sign * minor });
}

/** Every award with its figures: what it came to, what was paid, and how far its match has come. */
export const awardRegister = view('award-register', {
  version: 1,
  tables: awardTables,
  from: [award, match, payment],
  on: {
    AwardRecommended(rows, { ref, on, data: { application, programme, budget, recipient, recipientName, title, partners, instrument, recommendedBy } }) {
      rows.awards.put({
        reference: ref, application, programme, fund: budget.fund, financial_year: budget.financialYear, round: budget.round,
        recipient, recipient_name: recipientName, title, instrument, recommended_by: recommendedBy, recommended_on: on,
        stage: 'recommended', stage_on: on, reason: null,
        put_to: null, asked_to: null, meeting: null, item: null, decided_by: null, decided_by_name: null, verb: null,
        ceiling_minor: null, proposed_minor: null, negotiated_minor: null, agreed_minor: null,
        committed_minor: 0, authorised_minor: 0, paid_minor: 0, accept_by: null, document: null, match_ratio: null, payable_before_verified: null,
        match_required_minor: 0, match_pledged_minor: 0, match_evidenced_minor: 0, match_verified_minor: 0, match_met_minor: 0, match_gap_minor: 0, match_waived_minor: 0,
      });
      for (const partner of partners) rows.award_partners.add({ award: ref, ...partner });
    },
    AwardPutToBoard: (rows, { ref, data: { bodyName, ask, meeting, item } }) => rows.awards.patch({ reference: ref }, { put_to: bodyName, asked_to: ask, meeting, item }),
    AwardApproved: (rows, { ref, on, data: { ceiling: { minor }, decidedBy, decidedByName, verb } }) =>
      rows.awards.patch({ reference: ref }, { stage: 'approved', stage_on: on, decided_by: decidedBy, decided_by_name: decidedByName, verb, ceiling_minor: minor, committed_minor: minor }),
    AwardDeclined: (rows, { ref, on, data: { decidedBy, decidedByName, reason } }) =>
      rows.awards.patch({ reference: ref }, { stage: 'declined', stage_on: on, decided_by: decidedBy, decided_by_name: decidedByName, verb: 'declined', reason }),
    AmountProposed: (rows, { ref, data: { amount } }) => rows.awards.patch({ reference: ref }, { proposed_minor: amount.minor }),
    AmountAgreed: (rows, { ref, data: { amount } }) => rows.awards.patch({ reference: ref }, { negotiated_minor: amount.minor }),
    MatchConditionSet: (rows, { ref, data: { ratio, payableBeforeVerified } }) => rows.awards.patch({ reference: ref }, { match_ratio: ratio, payable_before_verified: payableBeforeVerified }),
    AgreementOffered: (rows, { ref, on, data: { acceptBy, document } }) => rows.awards.patch({ reference: ref }, { stage: 'offered', stage_on: on, accept_by: acceptBy, document }),
    AgreementSigned(rows, { ref, on, data: { amount, released, matchRequired, document } }) {
      const required = matchRequired.minor;
      rows.awards.patch({ reference: ref }, { stage: 'agreed', stage_on: on, agreed_minor: amount.minor, document, match_required_minor: required, match_gap_minor: required });
      add(rows, ref, { committed_minor: -released.minor });
    },
    OfferLapsed(rows, { ref, on, data: { released } }) {
      rows.awards.patch({ reference: ref }, { stage: 'lapsed', stage_on: on });
      add(rows, ref, { committed_minor: -released.minor });
    },
    AwardWithdrawn(rows, { ref, on, data: { released, reason } }) {
      rows.awards.patch({ reference: ref }, { stage: 'withdrawn', stage_on: on, reason });
      add(rows, ref, { committed_minor: -released.minor });
    },
    AwardClosed(rows, { ref, on, data: { released } }) {
      rows.awards.patch({ reference: ref }, { stage: 'closed', stage_on: on });
      add(rows, ref, { committed_minor: -released.minor });
    },

    MatchPledged: (rows, { data }) => give(rows, data, 'pledged', data.amount),
    PledgeWithdrawn: (rows, { data }) => give(rows, data, 'pledged', data.amount, -1),
    MatchEvidenced: (rows, { data }) => give(rows, data, 'evidenced', data.amount),
    MatchVerified(rows, { data }) {
      give(rows, data, 'verified', data.accepted);
      give(rows, data, 'evidenced', data.rejected, -1);
      add(rows, data.award, { match_met_minor: data.met.minor, match_gap_minor: -data.met.minor });
    },
    MatchReleased(rows, { data: { award: of, unmet, pledges } }) {
      for (const pledge of pledges) give(rows, { award: of, ...pledge }, 'pledged', pledge.amount, -1);
      add(rows, of, { match_required_minor: -unmet.minor, match_gap_minor: -unmet.minor, match_waived_minor: unmet.minor });
    },

    PaymentAuthorised: (rows, { data: { award: of, amount } }) => add(rows, of, { authorised_minor: amount.minor }),
    PaymentSettled: (rows, { data: { award: of, amount } }) => add(rows, of, { authorised_minor: -amount.minor, paid_minor: amount.minor }),
    PaymentReturned: (rows, { data: { award: of, amount } }) => add(rows, of, { authorised_minor: amount.minor, paid_minor: -amount.minor }),
    PaymentCancelled: (rows, { data: { award: of, amount, returnedTo } }) =>
      add(rows, of, { authorised_minor: -amount.minor, ...(returnedTo === 'award' ? {} : { committed_minor: -amount.minor }) }),
  },
});
