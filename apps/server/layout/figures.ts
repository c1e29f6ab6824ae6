/** One of the few numbers a page is about. */
export interface Figure {
  readonly label: string;
  readonly value: string;
  /** Where it comes from: the ledger lines that add up to it. */
  readonly href?: string | undefined;
  readonly note?: string;
}
/** One line of what a page says of a thing. */
export interface SummaryRow {
  readonly key: string;
  readonly value: string;
  readonly href?: string;
}
