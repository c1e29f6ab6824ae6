import { gbp, londonDate, londonTime, showDate, showMoney, type IsoDate } from '#kernel';
import { showQuantity } from '#domain/limits';
import { isRole, roles } from '#domain/people';

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

/** A sentence, or a label, from words that stood inside one. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const perCent = (whole: number): string => `${whole} per cent`;
/** "82.50" from whole hundredths. */
export const inHundredths = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
/** "2017/18" from FY1718. Two figures of a year are of this century. */
export const yearInWords = (financialYear: string): string => financialYear.replace(/^FY(\d{2})(\d{2})$/, '20$1/$2');
/** "2.5 days" from whole hundredths. */
export const inDays = (hundredths: number): string => showQuantity('DAY', hundredths);
/** "1 place", "20 places". */
export const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
