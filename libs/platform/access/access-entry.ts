/** What was asked and not granted, or read. Ids and names of rules only: never an input, never a name of a person. */
export interface AccessEntry {
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  /** Name of the command or question, or "sign-in". */
  readonly asked: string;
  readonly outcome: string;
  /** The refusal or the missing permission. */
  readonly because?: string;
}

/** What to look for; what is left out is not looked at. */
export interface AccessFilter {
  readonly actor?: string;
  readonly asked?: string;
  readonly outcome?: string;
  /** Instants (ISO): from the first on, up to and with the last. */
  readonly from?: string;
  readonly until?: string;
}
export interface AccessPage {
  /** Newest first. */
  readonly entries: readonly AccessEntry[];
  /** Where older entries go on, in numbers that only this log understands; left out at the beginning of the log. */
  readonly before?: number;
}
export interface AccessAsked extends AccessFilter {
  readonly before?: number | undefined;
  /** The most entries to return. */
  readonly size: number;
  /** About how many bytes to look through for them, however few fit; 4 MiB unless told. */
  readonly reach?: number;
}

export const usualReach = 4 * 1_048_576;

export const fits = ({ at, actor, asked, outcome }: AccessEntry, wanted: AccessFilter): boolean =>
  (wanted.actor === undefined || wanted.actor === actor) &&
  (wanted.asked === undefined || wanted.asked === asked) &&
  (wanted.outcome === undefined || wanted.outcome === outcome) &&
  (wanted.from === undefined || at >= wanted.from) &&
  (wanted.until === undefined || at <= wanted.until);
