/** What one append may ask for: the same on every adapter, so that a log can move between them. */
export const limits = {
  /** Bytes of one stored record. KurrentDB and PostgreSQL would refuse at sizes of their own. */
  recordBytes: 256 * 1024,
  eventsPerAppend: 1_000,
  /** Containers inside containers: far more than a form has, far less than the call stack. */
  depth: 64,
} as const;
