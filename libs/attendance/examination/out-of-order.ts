/** Something that is not in order, where, and what to do. */
export interface OutOfOrder {
  readonly where: string;
  readonly what: string;
  readonly advice: string;
}

/** What a part of the check looked at, and found. */
export interface Found {
  /** A check that looks at nothing must not pass for one. */
  readonly checked: readonly string[];
  readonly findings: readonly OutOfOrder[];
}

/** What to do where a view has not come to the head of the log: nothing is wrong with either. */
export const lagging = 'Views lag behind the log. Let a worker keep them up (npm run work) or make them again (tally rebuild), then check again';
