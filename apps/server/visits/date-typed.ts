import { isDate, type IsoDate } from '#kernel';

/** What came of the three boxes of a date: undefined when all are empty. */
export type DateTyped =
  | { readonly ok: true; readonly date: IsoDate; readonly written: string }
  | { readonly ok: false; readonly message: string; readonly written: string; readonly boxes: readonly string[] }
  | undefined;

const parts = ['day', 'month', 'year'] as const;

/** Reads the boxes name-day, name-month and name-year, as the design system's date input sends them. */
export function dateTyped(words: Readonly<Record<string, string>>, name: string): DateTyped {
  const boxes = parts.map((part) => (words[`${name}-${part}`] ?? '').trim());
  const [day = '', month = '', year = ''] = boxes;
  if (boxes.every((box) => box === '')) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isDate(written)) return { ok: true, date: written, written };
  const missing = parts.filter((_, i) => boxes[i] === '');
  const message = missing.length > 0 ? `The date needs a ${missing.join(' and a ')}` : `${day} ${month} ${year} is not a date that exists. Write it like 13 6 2012`;
  return { ok: false, message, written, boxes };
}
