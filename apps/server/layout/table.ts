import type { ShownStage } from './stages.js';
import { inPounds, inWords } from './words.js';

/** A cell of a table; the first of a row is the row's name. */
export interface Cell {
  readonly text: string;
  readonly href?: string;
  /** Said to a screen reader after the text, so that no two links of a page are called the same. */
  readonly about?: string;
  readonly tag?: ShownStage;
  /** It was recorded on a later day than that on which it took effect. */
  readonly late?: boolean;
  /** A reference or a date: broken over two lines it is hard to read. */
  readonly isWhole?: boolean;
}
export interface Head {
  readonly text: string;
  readonly isAmount?: boolean;
}
/** A table as `layout/table.njk` draws it. `id` is unlike that of any other table on the page. */
export interface Table {
  readonly id: string;
  readonly caption: string;
  readonly heads: readonly Head[];
  readonly rows: readonly (readonly Cell[])[];
}

export const words = (text: string | number): Cell => ({ text: String(text) });
export const linked = (text: string, href: string, about?: string): Cell => ({ text, href, ...(about === undefined ? {} : { about }), ...(text.includes(' ') ? {} : { isWhole: true }) });
export const pounds = (minor: number | null | undefined): Cell => ({ text: inPounds(minor) });
export const onDay = (on: string | null): Cell => ({ text: on === null ? '' : inWords(on), isWhole: true });
export const tagged = (tag: ShownStage, late = false): Cell => ({ text: tag.words, tag, late, isWhole: !late });
export const amounts = (...texts: readonly string[]): readonly Head[] => texts.map((text) => ({ text, isAmount: true }));
export const columns = (...texts: readonly string[]): readonly Head[] => texts.map((text) => ({ text }));
