/**
 * What every account of the ledger should hold, worked out from raw events with nothing but sums: no double entry, no
 * places, no code of the ledger. Each figure is "what came in, less what went on".
 */
export interface Told {
  readonly type: string;
  readonly stream: string;
  readonly data: unknown;
}
type Data = Readonly<Record<string, unknown>>;
type Sum = (type: string, field: string, only?: (data: Data) => boolean) => number;

const minor = (value: unknown): number => (value as { readonly minor: number }).minor;
const is = (field: string, value: string) => (data: Data): boolean => data[field] === value;
const isYear = ({ period }: Data): boolean => (period as { readonly kind: string }).kind === 'year';
const isLifetime = (data: Data): boolean => !isYear(data);

function summing(events: readonly Told[]): Sum {
  const byType = Map.groupBy(events, ({ type }) => type);
  return (type, field, only = () => true) => (byType.get(type) ?? []).map(({ data }) => data as Data).filter(only).reduce((sum, data) => sum + minor(data[field]), 0);
}

function money(sum: Sum): Record<string, number> {
  const given = sum('BudgetSet', 'amount') - sum('BudgetReduced', 'amount');
  const [opened, closed, approved, signed] = [sum('RoundOpened', 'allocation'), sum('RoundClosed', 'returned'), sum('AwardApproved', 'ceiling'), sum('AgreementSigned', 'amount')];
  const back = (to: string): number => ['AgreementSigned', 'OfferLapsed', 'AwardWithdrawn', 'AwardClosed'].reduce((all, type) => all + sum(type, 'released', is('returnedTo', to)), sum('PaymentCancelled', 'amount', is('returnedTo', to)));
  const neverSigned = sum('AgreementSigned', 'released') + sum('OfferLapsed', 'released') + sum('AwardWithdrawn', 'released', ({ stage }) => stage !== 'agreed');
  const neverDrawn = sum('AwardWithdrawn', 'released', is('stage', 'agreed')) + sum('AwardClosed', 'released');
  const [authorised, cancelled, sent] = [sum('PaymentAuthorised', 'amount'), sum('PaymentCancelled', 'amount'), sum('PaymentReleased', 'amount')];
  const [failed, returned, settled, corrected] = [sum('PaymentFailed', 'amount'), sum('PaymentReturned', 'amount'), sum('PaymentSettled', 'amount'), sum('SettlementCorrected', 'amount')];
  const paid = settled - returned - corrected;
  return {
    'B:Authority': given,
    'B:Available': -(given - opened + closed + back('fund')),
    'B:Allocated': -(opened - closed - approved + back('round')),
    'B:Approved': -(approved - signed - neverSigned),
    'B:Agreed': -(signed - neverDrawn - authorised + sum('PaymentCancelled', 'amount', is('returnedTo', 'award'))),
    'B:Authorised': -(authorised - cancelled - paid),
    'B:Spent': -paid,
    'F:Expense:Grants': authorised - cancelled,
    'F:Liability:GrantsPayable': -(authorised - cancelled - sent + failed + returned),
    'F:Clearing:PaymentsInTransit': -(sent - failed - settled + corrected),
    'F:Asset:Bank': -paid,
  };
}

function match(sum: Sum, events: readonly Told[]): Record<string, number> {
  const fellAway = events.filter(({ type }) => type === 'MatchReleased').flatMap(({ data }) => (data as { readonly pledges: readonly Data[] }).pledges).reduce((all, { amount }) => all + minor(amount), 0);
  const required = sum('AgreementSigned', 'matchRequired');
  const [met, released] = [sum('MatchVerified', 'met') - sum('VerificationRevoked', 'unmet'), sum('MatchReleased', 'unmet')];
  const promised = sum('MatchPledged', 'amount') - sum('PledgeWithdrawn', 'amount') - fellAway;
  const [accepted, rejected] = [sum('MatchVerified', 'accepted') - sum('VerificationRevoked', 'accepted'), sum('MatchVerified', 'rejected') - sum('VerificationRevoked', 'rejected')];
  const shown = sum('MatchEvidenced', 'amount');
  return {
    'M:Requirement': required, 'M:Unmet': -(required - met - released), 'M:Met': -met, 'M:Released': -released,
    'M:Promise': promised, 'M:Pledged': -(promised - shown + rejected), 'M:Evidenced': -(shown - accepted - rejected), 'M:Verified': -accepted,
  };
}

function savings(sum: Sum): Record<string, number> {
  const reported = (only: (data: Data) => boolean): number =>
    sum('SavingForecast', 'amount', only) + sum('ForecastRevised', 'amount', only) - sum('ForecastRevised', 'before', only) + sum('SavingClaimed', 'newlyForecast', only) - sum('ClaimWithdrawn', 'noLongerForecast', only);
  const claimed = sum('SavingClaimed', 'amount') - sum('ClaimWithdrawn', 'amount');
  const [validated, rejected] = [sum('SavingValidated', 'accepted'), sum('SavingValidated', 'rejected')];
  return {
    'S:Memo': reported(isYear), 'S:Forecast': -(reported(isYear) - claimed), 'S:Claimed': -(claimed - validated - rejected), 'S:Validated': -validated, 'S:Rejected': -rejected,
    'S:LifetimeMemo': reported(isLifetime), 'S:Lifetime': -reported(isLifetime),
  };
}

/** What every account holds, debits positive; those that hold nothing are left out. */
export function naiveBalances(events: readonly Told[]): Readonly<Record<string, number>> {
  const sum = summing(events);
  return Object.fromEntries(Object.entries({ ...money(sum), ...match(sum, events), ...savings(sum) }).filter(([, amount]) => amount !== 0));
}

/** Events about one award, by their own award or their stream. */
export const about = (events: readonly Told[], award: string): readonly Told[] => events.filter(({ stream, data }) => stream === `award-${award}` || (data as Data)['award'] === award);
