import { showDate, showMoney } from '#kernel';
import type { SchemeTerms } from './scheme-terms.js';
import type { YearsTerm } from './years-term.js';

/** "2012/13" for FY1213. */
const year = (financialYear: string): string => `${financialYear.slice(2, 4) < '70' ? '20' : '19'}${financialYear.slice(2, 4)}/${financialYear.slice(4)}`;
const listed = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`);

export function yearsInWords(years: YearsTerm | undefined): readonly string[] {
  switch (years?.kind) {
    case undefined:
    case 'one':
      return ['Each award is paid from one financial year, that of its round.'];
    case 'later':
      return [
        `Each award is paid from the financial year of its round first. On top of that, later years are named for each award: ${listed(years.later.map(({ financialYear, upTo }) => `up to ${showMoney(upTo)} in ${year(financialYear)}`))}.`,
        `They are subject to ${years.subjectTo}. None of it is promised, or counted as committed, before it is approved in its own right${years.lapsesOn ? `; what was not approved by ${showDate(years.lapsesOn)} lapses` : ''}.`,
      ];
    case 'spread':
      return [
        `One cost is spread over years: ${listed(years.parts.map(({ financialYear, per }) => `${per} per cent in ${year(financialYear)}`))}.`,
        years.carryForward === 'never' ? 'What is left of a year goes back to the fund.' : 'What is left of a year is carried forward, under an authority for each time.',
      ];
  }
}

export function fundsInWords({ otherFunds = [], fundClass }: SchemeTerms): readonly string[] {
  const own = 100 - otherFunds.reduce((sum, { per }) => sum + per, 0);
  const others = otherFunds.map(({ fund, financialYear, per }) => `the fund ${fund} ${per} per cent (from its budget of ${year(financialYear)})`);
  const bears = others.length === 0 ? [] : [`Of each award, ${listed([`the fund of the round bears ${own} per cent`, ...others])}.`];
  return [...bears, ...(fundClass ? [`It is ${fundClass} money: no fund of ${fundClass === 'capital' ? 'revenue' : 'capital'} money pays for it.`] : [])];
}
