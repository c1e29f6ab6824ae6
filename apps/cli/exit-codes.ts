/** How `tally` ends. Scripts rely on these numbers. */
export const exitCodes = {
  done: 0,
  /** A rule said no, or a check found something out of order. */
  refused: 1,
  badInput: 2,
  /** Locked, damaged, of a newer version, not readable or on a full disk. */
  storeOutOfReach: 3,
  /** A mistake of ours (EX_SOFTWARE of sysexits.h). */
  bug: 70,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
