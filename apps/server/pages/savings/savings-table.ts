import { savingKind } from '#domain/savings';
import type { SavingRow } from '#views/registers';
import { amounts, columns, linked, pounds, words, type Table } from '../../layout/table.js';
import { yearInWords } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';

export function kindInWords(kind: string): string {
  const said = savingKind.spec.show(kind);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
export const periodOf = ({ financialYear, lifetimeOf }: Pick<SavingRow, 'financialYear' | 'lifetimeOf'>): string => (lifetimeOf === null ? yearInWords(financialYear ?? '') : `Lifetime of ${lifetimeOf}`);
export const whose = ({ award, recipientName, programme }: Pick<SavingRow, 'award' | 'recipientName' | 'programme'>): string => (award === null ? programme : `${recipientName ?? ''} (${award})`);

/** Savings in a table. What was claimed is no longer merely forecast, so that the columns of a row add up to all that is expected. */
export function savingsTable(rows: readonly SavingRow[], caption: string, visit: Visit): Table {
  return {
    id: 'savings', caption, heads: [...columns('Saving', 'Whose', 'Kind and period'), ...amounts('Only forecast', 'Claimed', 'Validated', 'Not accepted')],
    rows: rows.map((row) => [
      linked(row.reference, link(visit, `/savings/${row.reference}`)), words(whose(row)), words(`${kindInWords(row.kind)}, ${periodOf(row).replace('Lifetime', 'lifetime')}`),
      pounds(row.forecastMinor), pounds(row.claimedMinor), pounds(row.validatedMinor), pounds(row.rejectedMinor),
    ]),
  };
}
