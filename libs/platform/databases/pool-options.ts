export interface PoolOptions {
  readonly address: string;
  /** The most connections that are open at once. */
  readonly connections?: number;
  /** What pg_stat_activity shows, so that an operator knows whose connection it is. */
  readonly name: string;
  /** How long one statement may take, in milliseconds. */
  readonly statementMilliseconds?: number;
}
