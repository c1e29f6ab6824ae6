import { addDays, isNil, showMoney, type Money } from '#kernel';
import type { RoundTerms } from '#domain/programmes';
import { awardOf, openBid, roundOf, type Case, type Knowledge, type Written } from '../case.js';

const inPounds = (amount: Money | undefined): string | undefined => (amount === undefined ? undefined : showMoney(amount));

/** What is decided on awards: under terms, by parts and years, and about whoever answers for them. */
export function awards(of: Case): Knowledge {
  const { below, pick } = of;
  const award = (): string | undefined => of.one('AW');
  /** A body's decision on this very award if there is one, or its delegation. */
  const authority = (ref: string | undefined): Written => {
    const decision = of.refs('DC').findLast((each) => below(4) === 0 || aboutWhich(of, each) === ref);
    return decision !== undefined && below(3) === 0 ? { kind: 'board', decision } : {
      kind: 'delegated', body: below(6) === 0 ? pick(['lead-members', 'panel']) : of.panel, minute: '2',
    };
  };
  const ceilingUnder = (terms: RoundTerms | undefined): string => {
    switch (terms?.kind) {
      case 'fixed':
        return inPounds(terms.amount) ?? '£5,000.00';
      case 'none':
        return '£0.00';
      case 'share-of-cost':
        return pick(['£1,000.00', '£5,000.00', '£5,000.00', '£1.00', '£10,000.00']);
      case 'ceiling':
      case 'ceiling-per-body':
        return pick(['£5,000.00', '£5,000.00', '£10,000.00', '£20,000.00']);
      case 'share-of-fund':
      case undefined:
        return pick(['£5,000.00', '£5,000.00', '£5,000.00', '£5,000.00', '£10,000.00', '£10,000.00', '£0.00']);
    }
  };
  const approval = (): Written => {
    const ref = award();
    const terms = awardOf(of, ref)?.terms;
    const help = terms?.support?.some(({ kind }) => kind === 'days');
    const places = terms?.support?.some(({ kind }) => kind === 'places');
    return {
      award: ref, ceiling: ceilingUnder(terms?.roundTerms), authority: authority(ref), places: places === true || below(20) === 0 ? pick([1, 2, 3]) : undefined,
      days: help === true || below(20) === 0 ? pick(['2.5', '2.5', '14', '20']) : undefined,
    };
  };
  const proposal = (): Written => {
    const ref = award();
    const found = awardOf(of, ref);
    const most = found?.stage === 'approved' ? found.ceiling : undefined;
    return {
      award: ref, amount: below(4) === 0 ? pick(['£1.00', '£5,000.00', '£10,000.00']) : (inPounds(most && isNil(most) ? undefined : most) ?? '£5,000.00'),
    };
  };
  const part = (ref: string | undefined): number => {
    const waiting = awardOf(of, ref)?.tranches.filter(({ stage }) => stage === 'conditional') ?? [];
    return waiting.length > 0 ? (waiting[below(waiting.length)]?.number ?? 1) : 1 + below(3);
  };
  const about = (more: (ref: string | undefined) => Written) => (): Written => {
    const ref = award();
    return { award: ref, ...more(ref) };
  };

  return {
    RecommendAward: () => ({ application: openBid(of) }),
    ApproveAward: approval,
    DeclineAward: about((ref) => ({ authority: authority(ref) })),
    ProposeAmount: proposal,
    AgreeAmount: about((ref) => {
      const found = awardOf(of, ref);
      const proposed = found?.stage === 'approved' ? found.proposed : undefined;
      return { amount: below(5) === 0 ? undefined : inPounds(proposed) };
    }),
    OfferAgreement: about(() => ({ acceptBy: addDays(of.on, pick([14, 30, 30, 2])) })),
    NameTranche: about(() => ({
      fund: pick([undefined, undefined, undefined, undefined, 'OTHER', 'WORKS']),
      financialYear: pick(['FY1314', 'FY1314', 'FY1415', 'FY1213']), upTo: pick(['£1,000.00', '£1,000.00', '£10,000.00']),
      lapsesOn: pick([
        undefined, undefined, addDays(of.on, below(9)), addDays(of.on, -3),
      ]),
    })),
    ConfirmTranche: about((ref) => ({ number: part(ref), amount: pick(['£1.00', '£1,000.00', '£1,000.00', '£10,000.00']), authority: authority(ref) })),
    DeclineTranche: about((ref) => ({ number: part(ref), authority: authority(ref) })),
    LapseTranche: about((ref) => ({ number: part(ref) })),
    CarryForward: about((ref) => ({
      from: pick([0, 0, 0, 1]), financialYear: pick(['FY1314', 'FY1314', 'FY1415', 'FY1213']),
      amount: pick(['£1.00', '£1,000.00', '£5,000.00', '£10,000.00', '£60,000.00']), authority: authority(ref),
    })),
    StateCost: about(() => ({ cost: pick(['£10,000.00', '£60,000.00', '£5,000.00']) })),
    TransferAward: about(() => ({ to: of.one('OR') })),
    AddPartner: about(() => ({ organisation: of.one('OR') })),
    RemovePartner: about((ref) => ({ organisation: below(3) === 0 ? of.one('OR') : awardOf(of, ref)?.terms.partners.at(-1)?.organisation })),
    TagAward: about(() => ({ set: 'category', value: pick(['waste', 'energy']) })),
    UntagAward: about(() => ({ set: pick(['category', 'nothing']) })),
    AuthorisePayment: about((ref) => payment(of, ref)),
    WithdrawAward: about(() => ({})),
    CloseAward: about(() => ({})),
  };
}

/** From which part, and in which phase, is said where there are any. */
function payment(of: Case, ref: string | undefined): Written {
  const { below, pick } = of;
  const found = awardOf(of, ref);
  const phases = found?.terms.phases ?? [];
  const parts = found?.tranches ?? [];
  return {
    amount: pick(['£1.00', '£1,000.00', '£2,000.00', '£5,000.00', '£10,000.00']),
    tranche: parts.length > 0 && below(2) === 0 ? parts[below(parts.length)]?.number : below(20) === 0 ? 1 : undefined,
    phase: phases.length > 0 && below(2) === 0 ? phases[below(phases.length)]?.code : undefined,
  };
}

/** Who decides, and what they may decide. */
export const deciding = ({ below, pick, panel }: Case): Knowledge => ({
  RegisterBody: () => ({ code: panel, kind: 'members' }),
  Delegate: () => ({
    from: 'board', to: below(4) === 0 ? 'lead-members' : panel, perAward: pick(['£10,000.00', '£10,000.00', '£20,000.00', '£5,000.00', '£1,000.00']),
    total: pick(['£60,000.00', '£60,000.00', '£10,000.00']), startsOn: '2012-04-01', endsOn: undefined,
  }),
});

const aboutWhich = (of: Case, decision: string): string | undefined => {
  const found = of.office.now(`decision-${decision}`).state as { readonly award?: string };
  return found.award;
};

/** Who is next: shares, places and those who wait for one. */
export function choosing(of: Case): Knowledge {
  const { below, pick } = of;
  const shared = (): Written => {
    const round = of.refs('RD').findLast((ref) => (below(9) === 0 ? true : roundOf(of, ref)?.terms?.kind === 'share-of-fund')) ?? of.one('RD');
    const bids = of.refs('AP').slice(0, 6);
    const nothing = below(6) === 0;
    const some = bids.filter(() => below(6) > 0);
    const others = some.slice(1).map((application) => ({ application, weight: nothing ? 0 : pick([0, 1, 2]) }));
    const rest = 10 - others.reduce((sum, { weight }) => sum + weight, 0);
    const weights = [...some.slice(0, 1).map((application) => ({ application, weight: nothing ? 0 : Math.max(0, rest) })), ...others];
    return {
      round, amount: pick([undefined, undefined, '£10,000.00', '£60,000.00', '£5,000.00']), weights: weights.length > 0 && below(3) > 0 ? weights : undefined,
    };
  };
  const bid = (): Written => ({ application: of.one('AP') });

  return {
    ShareFund: shared,
    JoinWaitingList: bid,
    LeaveWaitingList: bid,
    AdvanceWaitingList: () => ({ round: of.one('RD') }),
  };
}
