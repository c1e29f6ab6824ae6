import { isNil, showDate, showMoney } from '#kernel';
import type { Phase } from './phases.js';
import type { SchemeTerms } from './scheme-terms.js';

/** The phases in their order: what opens each, and what may be paid once it has started. */
export const phasesInWords = (phases: readonly Phase[]): readonly string[] =>
  phases.map(({ name, from, until, needs = [] }, i) => {
    const dates = [...(from ? [`not before ${showDate(from)}`] : []), ...(until ? [`until ${showDate(until)}`] : [])];
    const opens = needs.length === 0 ? '' : ` It opens to an award once these were accepted: ${needs.map((each) => each.name).join(', ')}.`;
    return `${i + 1}. ${name}${dates.length === 0 ? '' : `, ${dates.join(', ')}`}.${opens}${paidInWords(phases, i)}`;
  });

/** Phases bound payments together, and only where one of them says how much: from one that leaves it open, nothing is held back. */
function paidInWords(phases: readonly Phase[], at: number): string {
  const payable = phases[at]?.payable;
  if (phases.every((each) => each.payable === undefined) || phases.slice(0, at).some((each) => each.payable === undefined)) return '';
  if (payable === undefined) return ' Once it has started, all that is left of an award may be paid.';
  if (isNil(payable)) return ' Nothing is paid for it.';
  return ` Once it has started, up to ${showMoney(payable)} of each award may be paid${at === 0 ? '' : ', besides what could be paid before'}.`;
}

type Report = NonNullable<SchemeTerms['reporting']>[number];

/** A report and its last day: counted from the end of the period, or from the day on which the work may begin. */
export const reportInWords = ({ name, every, dueDays }: Report): string =>
  every === 'once'
    ? `${name}: once, within ${days(dueDays)} of the signing of the agreement, or of the approval where none is signed.`
    : `${name}: every ${every}, within ${days(dueDays)} of its end.`;

const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`);
