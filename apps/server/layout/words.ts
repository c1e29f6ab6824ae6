import { gbp, londonDate, londonTime, showDate, showMoney, type IsoDate } from '#kernel';
import { isRole, roles } from '#platform/access';

/** "£20,000.00" from pence. Nothing at all is not nil: it is said as "none". */
export const inPounds = (minor: number | null | undefined): string => (minor === null || minor === undefined ? 'none' : showMoney(gbp(minor)));
/** "13 June 2012". */
export const inWords = (on: string): string => showDate(on as IsoDate);
/** "13 June 2012, 13:00", on a London wall. */
export const atInWords = (instant: string): string => `${showDate(londonDate(instant))}, ${londonTime(instant)}`;
export const roleInWords = (role: string): string => (isRole(role) ? roles[role].title : role);
/** "Programme manager or Secretary to the board". */
export function anyOf(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? 'nobody') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
