import type { JournalLine, JournalTotals } from '../questions/journal.js';

/** What an export says of itself before its first row. */
export interface ExportHeading extends JournalTotals {
  readonly origin: string;
  /** "demonstration" or "live". */
  readonly kind: string;
  /** The whole journal, or one account of it. */
  readonly account?: string;
  readonly position: number;
  /** As people say it: "now", "the end of 13 June 2012". */
  readonly knownAt: string;
  /** The business date, where only what took effect by it is there. */
  readonly asOf?: string;
}

/** A way to write the journal: what comes first, each page of lines, and what comes last; whole lines, each with its end. */
export interface JournalFormat {
  begin(heading: ExportHeading, paths: () => Promise<readonly string[]>): string | Promise<string>;
  page(lines: readonly JournalLine[], heading: ExportHeading, isFirst: boolean): string;
  end(heading: ExportHeading): string;
}
