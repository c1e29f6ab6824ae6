import type { YearOfProgress } from '#views/registers';
import type { SummaryRow } from '../../layout/figures.js';
import { amounts, columns, linked, pounds, words, type Table } from '../../layout/table.js';
import { inHundredths, inPounds, many, yearInWords } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';
import { sumInWords } from '../savings/sum-in-words.js';

/** A financial year as a programme's page tells it: the sentence first, then the figures. */
export interface ShownYearOfProgress {
  readonly year: string;
  readonly sentence: string;
  readonly summary: readonly SummaryRow[];
}

/** How far a target has been reached, or by how much it is beaten. */
function towards({ councils, councilsTarget, councilsToGo, savingsTargetMinor, savingsToGoMinor }: YearOfProgress): string {
  const ofCouncils = councilsTarget === null || councilsToGo === null
    ? `${many(councils, 'council', 'councils')}; no target was set.`
    : `${councils} of at least ${many(councilsTarget, 'council', 'councils')}${councilsToGo > 0 ? `: ${councilsToGo} to go.` : councilsToGo < 0 ? `: ${-councilsToGo} more than the target.` : ': the target is met.'}`;
  const ofSavings = savingsTargetMinor === null || savingsToGoMinor === null
    ? ''
    : savingsToGoMinor > 0
      ? ` Of ${inPounds(savingsTargetMinor)} of savings, ${inPounds(savingsToGoMinor)} is still to be forecast.`
      : ` Forecast savings are ${savingsToGoMinor === 0 ? 'on' : `${inPounds(-savingsToGoMinor)} above`} the target of ${inPounds(savingsTargetMinor)}.`;
  return ofCouncils + ofSavings;
}

export function shownProgress(progress: readonly YearOfProgress[], programme: string, visit: Visit): readonly ShownYearOfProgress[] {
  return [...progress].reverse().map((each) => {
    const { financialYear, awards, grantMinor, fixedSumMinor, grantNeedMinor, grantToGoMinor, councilsTarget, savingsForAPound } = each;
    const savings = link(visit, `/savings?programme=${programme}&year=${financialYear}`);
    return {
      year: yearInWords(financialYear),
      sentence: towards(each),
      summary: [
        { key: 'Awards', value: `${awards}, ${inPounds(grantMinor)} of grant` },
        ...(fixedSumMinor === null || grantNeedMinor === null || grantToGoMinor === null
          ? []
          : [{ key: 'Grant that the target needs', value: `${inPounds(grantNeedMinor)} (${councilsTarget ?? 0} × ${inPounds(fixedSumMinor)}), of which ${inPounds(Math.max(0, grantToGoMinor))} is left to commit` }]),
        { key: 'Savings forecast', value: sumInWords(each.forecast), href: savings },
        { key: 'Savings claimed', value: sumInWords(each.claimed), href: savings },
        { key: 'Savings validated', value: sumInWords(each.validated), href: savings },
        ...(savingsForAPound === null ? [] : [{ key: 'Savings forecast for each pound of grant', value: `${inHundredths(savingsForAPound)} : 1` }]),
      ],
    };
  });
}

/** The rounds that a programme's money comes from. */
export function roundsTable(rounds: readonly { readonly reference: string; readonly name: string; readonly isOpen: boolean; readonly fund: string; readonly financialYear: string; readonly allocationMinor: number; readonly leftMinor: number }[], programme: string, visit: Visit): Table {
  return {
    id: 'rounds', caption: `Rounds of ${programme}`, heads: [...columns('Round', 'Fund and year'), ...amounts('Allocated', 'Left to approve')],
    rows: rounds.map(({ reference, name, isOpen, fund, financialYear, allocationMinor, leftMinor }) => [
      linked(`${name} (${reference})${isOpen ? '' : ', closed'}`, link(visit, `/rounds/${reference}`)), words(`${fund} ${financialYear}`), pounds(allocationMinor), pounds(leftMinor),
    ]),
  };
}
