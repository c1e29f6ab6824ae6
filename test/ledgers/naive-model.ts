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

/** Sums over the other budget lines that events of a type name. */
function summingLines(events: readonly Told[]): (type: string, field: string, only?: (line: Data, of: Data) => boolean) => number {
  return (type, field, only = () => true) =>
    events.filter((each) => each.type === type).flatMap(({ data }) => (((data as Data)['otherLines'] ?? []) as readonly Data[]).filter((line) => only(line, data as Data))).reduce((all, line) => all + minor(line[field]), 0);
}

/** Later years, which are in no budget before they are confirmed; and what was carried from one year into another. */
function tranches(sum: Sum): Record<string, number> {
  const named = sum('TrancheNamed', 'upTo') - sum('TrancheConfirmed', 'named') - sum('TrancheDeclined', 'named') - sum('TrancheLapsed', 'named');
  return { 'P:FutureAuthority': named, 'P:Conditional': -named, 'B:CarriedOut': -sum('CarriedForward', 'amount') };
}

function money(sum: Sum, events: readonly Told[]): Record<string, number> {
  const lines = summingLines(events);
  const isPart = ({ kind }: Data): boolean => kind === 'part';
  const given = sum('BudgetSet', 'amount') - sum('BudgetReduced', 'amount');
  const carried = sum('CarriedForward', 'amount');
  const [opened, closed] = [sum('RoundOpened', 'allocation'), sum('RoundClosed', 'returned')];
  const [partsApproved, partsSigned] = [lines('AwardApproved', 'ceiling'), lines('AgreementSigned', 'amount', isPart)];
  const laterSigned = lines('AgreementSigned', 'amount') - partsSigned;
  const [ofRounds, confirmed] = [sum('AwardApproved', 'ceiling') - partsApproved, sum('TrancheConfirmed', 'amount')];
  const confirmedLate = sum('TrancheConfirmed', 'amount', is('countsAs', 'agreed'));
  const [approved, signed] = [ofRounds + partsApproved + confirmed, sum('AgreementSigned', 'amount') + laterSigned + confirmedLate];
  const ends = ['AgreementSigned', 'OfferLapsed', 'AwardWithdrawn', 'AwardClosed'];
  const linesBack = ends.reduce((all, type) => all + lines(type, 'released'), sum('PaymentCancelled', 'amount', is('returnedTo', 'its-fund')));
  const back = (to: string): number => ends.reduce((all, type) => all + sum(type, 'released', is('returnedTo', to)), sum('PaymentCancelled', 'amount', is('returnedTo', to)));
  const both = (type: string, only: (data: Data) => boolean = () => true): number => sum(type, 'released', only) + lines(type, 'released', (_, of) => only(of));
  const isAgreed = ({ stage }: Data): boolean => stage === 'agreed';
  const unsigned = is('stage', 'approved');
  const neverSigned = both('AgreementSigned') + both('OfferLapsed') + both('AwardWithdrawn', (data) => !isAgreed(data)) + both('AwardClosed', unsigned);
  const neverDrawn = both('AwardWithdrawn', isAgreed) + both('AwardClosed', (data) => !unsigned(data));
  const [authorised, cancelled, sent] = [sum('PaymentAuthorised', 'amount'), sum('PaymentCancelled', 'amount'), sum('PaymentReleased', 'amount')];
  const [failed, returned, settled, corrected] = [sum('PaymentFailed', 'amount'), sum('PaymentReturned', 'amount'), sum('PaymentSettled', 'amount'), sum('SettlementCorrected', 'amount')];
  const paid = settled - returned - corrected;
  return {
    'B:Authority': given + carried,
    'B:Available': -(given - opened + closed + back('fund') - partsApproved - confirmed + linesBack),
    'B:Allocated': -(opened - closed - ofRounds + back('round')),
    'B:Approved': -(approved - signed - neverSigned),
    'B:Agreed': -(signed - neverDrawn - authorised + sum('PaymentCancelled', 'amount', is('returnedTo', 'award'))),
    'B:Authorised': -(authorised - cancelled - paid),
    'B:Spent': -paid,
    'F:Expense:Grants': authorised - cancelled,
    'F:Liability:GrantsPayable': -(authorised - cancelled - sent + failed + returned),
    'F:Clearing:PaymentsInTransit': -(sent - failed - settled + corrected),
    'F:Asset:Bank': -paid - throughBankForFunders(sum),
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

/** What outside funders offered, and what was spent on their account and claimed back. The bank is the same as that of grants. */
function funding(sum: Sum): Record<string, number> {
  const offered = sum('FundingOffered', 'amount') + sum('FundingVaried', 'amount') - sum('FundingVaried', 'before');
  const [received, accepted] = [sum('ExpenseReimbursed', 'amount'), sum('ExpenseClaimed', 'amount') - sum('ExpenseRejected', 'amount')];
  const owed = accepted - received;
  return {
    'U:Promise': offered, 'U:Unclaimed': -(offered - accepted), 'U:Claimed': -owed, 'U:Received': -received,
    'F:Expense:Reimbursable': sum('ExpenseIncurred', 'amount'), 'F:Income:Reimbursed': -accepted, 'F:Asset:Claims': owed,
  };
}
const throughBankForFunders = (sum: Sum): number => sum('ExpenseIncurred', 'amount') - sum('ExpenseReimbursed', 'amount');

/** Days of help, in hundredths of a day: no figure of this is of pence. */
function days(events: readonly Told[]): Record<string, number> {
  const sum = (type: string, field: string): number => events.filter((each) => each.type === type).reduce((all, { data }) => all + (((data as Data)[field] as number | undefined) ?? 0), 0);
  const unused = ['OfferLapsed', 'AwardWithdrawn', 'AwardClosed'].reduce((all, type) => all + sum(type, 'daysReleased'), sum('DaysReleased', 'days'));
  const [given, worked] = [sum('AwardApproved', 'days') - unused, sum('DaysLogged', 'days') - sum('DaysCorrected', 'days')];
  return { 'D:Ceiling': given, 'D:Left': -(given - worked), 'D:Logged': -worked };
}

/** What every account holds, debits positive; those that hold nothing are left out. */
export function naiveBalances(events: readonly Told[]): Readonly<Record<string, number>> {
  const sum = summing(events);
  return Object.fromEntries(Object.entries({ ...money(sum, events), ...tranches(sum), ...match(sum, events), ...savings(sum), ...funding(sum), ...days(events) }).filter(([, amount]) => amount !== 0));
}

/** Events about one award, by their own award or their stream. */
export const about = (events: readonly Told[], award: string): readonly Told[] => events.filter(({ stream, data }) => stream === `award-${award}` || (data as Data)['award'] === award);
