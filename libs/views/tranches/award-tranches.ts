import { entries, view, type Money, type RowsOf } from '#kernel';
import { award, type Tranche } from '#domain/awards';
import type { BudgetLine } from '#domain/limits';

const tables = {
  /** What became of each part, and what it added to the part’s amount. What was only named is told apart by its stage. */
  tranche_moves: entries({
    columns: {
      award: 'text', number: 'integer', stage: 'text', amount_minor: 'integer', kind: 'text?', fund: 'text?', financial_year: 'text?', recipient_name: 'text?',
      subject_to: 'text?', lapses_on: 'text?', because: 'text?', effective_on: 'text',
    },
    indexes: [['award'], ['stage', 'award']],
  }),
};
type Rows = RowsOf<typeof tables>;
type Stage = Tranche['stage'] | 'signed' | 'ended';
interface Moved {
  readonly award: string;
  readonly number: number;
  readonly on: string;
}
interface Named {
  readonly kind: Tranche['kind'];
  readonly line: BudgetLine;
  readonly recipientName: string;
  readonly subjectTo?: string | undefined;
  readonly lapsesOn?: string | undefined;
}

function move(rows: Rows, { award: of, number, on }: Moved, stage: Stage, pence: number, { named, because }: { readonly named?: Named; readonly because?: string | undefined } = {}): void {
  const { kind = null, line, recipientName = null, subjectTo = null, lapsesOn = null } = named ?? {};
  const told = { kind, fund: line?.fund ?? null, financial_year: line?.financialYear ?? null, recipient_name: recipientName, subject_to: subjectTo, lapses_on: lapsesOn };
  rows.tranche_moves.add({ award: of, number, stage, amount_minor: pence, ...told, because: because ?? null, effective_on: on });
}
/** What an award gave back when it ended; its parts end with it. */
const back = (rows: Rows, about: Omit<Moved, 'number'>, lines: readonly { readonly number: number; readonly released: Money }[] = []): void => {
  for (const { number, released } of lines) move(rows, { ...about, number }, 'ended', -released.minor);
};

/** Parts of awards from other budget lines than their first: later years, other funds, and what was carried forward. */
export const awardTranches = view('award-tranches', {
  version: 1,
  tables,
  from: [award],
  on: {
    AwardApproved(rows, { ref, on, data: { otherLines = [], recipientName } }) {
      for (const { number, line, ceiling } of otherLines) move(rows, { award: ref, number, on }, 'confirmed', ceiling.minor, { named: { kind: 'part', line, recipientName } });
    },
    AgreementSigned(rows, { ref, on, data: { otherLines = [] } }) {
      for (const { number, released } of otherLines) move(rows, { award: ref, number, on }, 'signed', -released.minor);
    },
    TrancheNamed: (rows, { ref, on, data: { number, line, upTo, recipientName, subjectTo, lapsesOn } }) =>
      move(rows, { award: ref, number, on }, 'conditional', upTo.minor, { named: { kind: 'later', line, recipientName, subjectTo, lapsesOn } }),
    TrancheConfirmed: (rows, { ref, on, data: { number, named, amount, countsAs } }) => move(rows, { award: ref, number, on }, countsAs === 'agreed' ? 'signed' : 'confirmed', amount.minor - named.minor),
    TrancheDeclined: (rows, { ref, on, data: { number, named, reason } }) => move(rows, { award: ref, number, on }, 'declined', -named.minor, { because: reason }),
    TrancheLapsed: (rows, { ref, on, data: { number, named, because } }) => move(rows, { award: ref, number, on }, 'lapsed', -named.minor, { because }),
    CarriedForward(rows, { ref, on, data: { fromNumber, number, line, amount, recipientName, reason } }) {
      if (fromNumber > 0) move(rows, { award: ref, number: fromNumber, on }, 'signed', -amount.minor);
      move(rows, { award: ref, number, on }, 'signed', amount.minor, { named: { kind: 'part', line, recipientName }, because: reason });
    },
    OfferLapsed: (rows, { ref, on, data: { otherLines } }) => back(rows, { award: ref, on }, otherLines),
    AwardWithdrawn: (rows, { ref, on, data: { otherLines } }) => back(rows, { award: ref, on }, otherLines),
    AwardClosed: (rows, { ref, on, data: { otherLines } }) => back(rows, { award: ref, on }, otherLines),
  },
});
