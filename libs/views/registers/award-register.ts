import { londonDate, total, view, type Happened, type Money } from '#kernel';
import { award } from '#domain/awards';
import { match } from '#domain/match-funding';
import { payment } from '#domain/payments';
import { mostOf, roundTerms } from '#domain/programmes';
import { move, type AwardRows, type Move } from './award-moves.js';
import { awardTables } from './award-tables.js';

interface Giving {
  readonly award: string;
  readonly source: string;
  readonly sourceName: string;
}
type When = Pick<Happened, 'on' | 'recordedAt'>;
type Measure = 'pledged' | 'evidenced' | 'verified';

/** An amount of a source's match, on the source and on the award as a whole. */
function give(rows: AwardRows, { award: to, source, sourceName }: Giving, when: When, measure: Measure, { minor }: Money, sign: 1 | -1 = 1): void {
  if (minor === 0) return;
  rows.match_sources.put({ award: to, source, name: sourceName });
  rows.match_amounts.add({ award: to, source, measure, amount_minor: sign * minor, effective_on: when.on });
  move(rows, to, when, { adds: { [`match_${measure}_minor`]: sign * minor } });
}

type Lines = readonly { readonly released: Money }[] | undefined;
/** What was given back, to the round and to other funds together. */
function givenBack({ released, otherLines = [] }: { readonly released: Money; readonly otherLines?: Lines }): { readonly committed_minor: number; readonly elsewhere_minor: number } {
  const elsewhere = total(otherLines.map((each) => each.released)).minor;
  return { committed_minor: -released.minor - elsewhere, elsewhere_minor: 0 - elsewhere };
}

/** A change to the award that a stream is of. */
const moves =
  <Data>(change: (data: Data) => Move) =>
  (rows: AwardRows, event: Happened<Data>): void =>
    move(rows, event.ref, event, change(event.data));
/** A change to the award that an event names. */
const movesIts =
  <Data extends { readonly award: string }>(change: (data: Data) => Move) =>
  (rows: AwardRows, event: Happened<Data>): void =>
    move(rows, event.data.award, event, change(event.data));

/** Every award with its figures: what it came to, what was paid, and how far its match has come. */
export const awardRegister = view('award-register', {
  version: 4,
  tables: awardTables,
  from: [award, match, payment],
  on: {
    AwardRecommended(rows, { ref, on, recordedAt, data: { application, programme, budget, recipient, recipientName, title, partners, instrument, recommendedBy, terms, matchRule } }) {
      const recordedOn = londonDate(recordedAt);
      rows.awards.put({
        reference: ref, application, programme, fund: budget.fund, financial_year: budget.financialYear, round: budget.round,
        recipient, recipient_name: recipientName, title, instrument, recommended_by: recommendedBy, recommended_on: on,
        stage: 'recommended', stage_on: on, stage_recorded_on: recordedOn, reason: null,
        put_to: null, asked_to: null, meeting: null, item: null, decided_by: null, decided_by_name: null, verb: null,
        ceiling_minor: null, proposed_minor: null, negotiated_minor: null, agreed_minor: null,
        committed_minor: 0, elsewhere_minor: 0, authorised_minor: 0, paid_minor: 0, accept_by: null, document: null,
        terms: terms?.kind ?? null, terms_minor: (terms && mostOf(terms))?.minor ?? null, terms_words: terms ? roundTerms.spec.show(terms) : null,
        match_ratio: matchRule?.ratio ?? null, payable_before_verified: matchRule?.payableBeforeVerified ?? null, match_from: matchRule?.from ?? null,
        match_required_minor: 0, match_pledged_minor: 0, match_evidenced_minor: 0, match_verified_minor: 0, match_met_minor: 0, match_gap_minor: 0, match_waived_minor: 0,
        is_short: 0,
      });
      rows.awards_begun.add({ award: ref, in_programme: programme, in_round: budget.round, in_year: budget.financialYear, began_on: on });
      rows.award_stages.add({ award: ref, stage: 'recommended', effective_on: on, recorded_on: recordedOn });
      for (const partner of partners) rows.award_partners.add({ award: ref, ...partner, change: 'joined' });
    },
    AwardPutToBoard: moves(({ bodyName, ask, meeting, item }) => ({ also: { put_to: bodyName, asked_to: ask, meeting, item } })),
    AwardApproved: moves(({ ceiling: { minor }, otherLines = [], decidedBy, decidedByName, verb }) => ({
      to: 'approved', states: { ceiling_minor: minor }, adds: { committed_minor: minor, elsewhere_minor: total(otherLines.map((each) => each.ceiling)).minor }, also: { decided_by: decidedBy, decided_by_name: decidedByName, verb },
    })),
    AwardDeclined: moves(({ decidedBy, decidedByName, reason }) => ({ to: 'declined', also: { decided_by: decidedBy, decided_by_name: decidedByName, verb: 'declined', reason } })),
    AmountProposed: moves(({ amount: { minor } }) => ({ states: { proposed_minor: minor } })),
    AmountAgreed: moves(({ amount: { minor } }) => ({ states: { negotiated_minor: minor } })),
    MatchConditionSet: moves(({ ratio, payableBeforeVerified, from = null }) => ({ also: { match_ratio: ratio, payable_before_verified: payableBeforeVerified, match_from: from } })),
    AgreementOffered: moves(({ acceptBy, document }) => ({ to: 'offered', also: { accept_by: acceptBy, document } })),
    AgreementSigned: moves(({ amount, released, otherLines, matchRequired: { minor }, document }) => ({
      to: 'agreed', states: { agreed_minor: amount.minor }, also: { document, is_short: minor > 0 ? 1 : 0 },
      adds: { ...givenBack({ released, otherLines }), match_required_minor: minor, match_gap_minor: minor },
    })),
    OfferLapsed: moves((data) => ({ to: 'lapsed', adds: givenBack(data) })),
    AwardWithdrawn: moves((data) => ({ to: 'withdrawn', adds: givenBack(data), also: { reason: data.reason } })),
    AwardClosed: moves((data) => ({ to: 'closed', adds: givenBack(data) })),
    TrancheConfirmed: moves(({ amount: { minor } }) => ({ adds: { committed_minor: minor, elsewhere_minor: minor } })),
    LeadTransferred(rows, event) {
      const { ref, on, data: { from, fromName, recipient, recipientName } } = event;
      rows.award_leads.add({ award: ref, from_recipient: from, from_name: fromName, recipient, recipient_name: recipientName, effective_on: on });
      move(rows, ref, event, { also: { recipient, recipient_name: recipientName } });
    },
    PartnerAdded: (rows, { ref, data: { organisation, name, type, role } }) => rows.award_partners.add({ award: ref, organisation, name, type, role, change: 'joined' }),
    PartnerLeft: (rows, { ref, data: { organisation, name } }) => rows.award_partners.add({ award: ref, organisation, name, type: '', role: '', change: 'left' }),

    MatchSplit(rows, { on, data: { award: of, shares } }) {
      for (const { source, sourceName, amount } of shares) rows.match_shares.add({ award: of, source, name: sourceName, amount_minor: amount.minor, effective_on: on });
    },
    MatchPledged: (rows, event) => give(rows, event.data, event, 'pledged', event.data.amount),
    PledgeWithdrawn: (rows, event) => give(rows, event.data, event, 'pledged', event.data.amount, -1),
    MatchEvidenced: (rows, event) => give(rows, event.data, event, 'evidenced', event.data.amount),
    MatchVerified(rows, event) {
      const { award: of, accepted, rejected, met, gap } = event.data;
      give(rows, event.data, event, 'verified', accepted);
      give(rows, event.data, event, 'evidenced', rejected, -1);
      move(rows, of, event, { adds: { match_met_minor: met.minor, match_gap_minor: -met.minor }, also: { is_short: gap.minor > 0 ? 1 : 0 } });
    },
    VerificationRevoked(rows, event) {
      const { award: of, accepted, rejected, unmet, gap } = event.data;
      give(rows, event.data, event, 'verified', accepted, -1);
      give(rows, event.data, event, 'evidenced', rejected);
      move(rows, of, event, { adds: { match_met_minor: -unmet.minor, match_gap_minor: unmet.minor }, also: { is_short: gap.minor > 0 ? 1 : 0 } });
    },
    MatchReleased(rows, event) {
      const { award: of, unmet: { minor }, pledges } = event.data;
      for (const pledge of pledges) give(rows, { award: of, ...pledge }, event, 'pledged', pledge.amount, -1);
      move(rows, of, event, { adds: { match_required_minor: -minor, match_gap_minor: -minor, match_waived_minor: minor }, also: { is_short: 0 } });
    },

    PaymentAuthorised: movesIts(({ amount: { minor } }) => ({ adds: { authorised_minor: minor } })),
    PaymentSettled: movesIts(({ amount: { minor } }) => ({ adds: { authorised_minor: -minor, paid_minor: minor } })),
    SettlementCorrected: movesIts(({ amount: { minor } }) => ({ adds: { authorised_minor: minor, paid_minor: -minor } })),
    PaymentReturned: movesIts(({ amount: { minor } }) => ({ adds: { authorised_minor: minor, paid_minor: -minor } })),
    PaymentCancelled: movesIts(({ amount: { minor }, returnedTo }) => ({
      adds: { authorised_minor: -minor, committed_minor: returnedTo === 'award' ? 0 : -minor, elsewhere_minor: returnedTo === 'its-fund' ? -minor : 0 },
    })),
  },
});
