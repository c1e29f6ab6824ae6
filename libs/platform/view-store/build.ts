/** One making of a view. A rebuild makes the next one beside it, and the two are switched when the next has caught up. */
export interface Build {
  readonly name: string;
  readonly version: number;
  readonly number: number;
}

/** The name of a build's table in the file: `award_register__1_1_awards`. */
export const tableOf = ({ name, version, number }: Build, table: string): string => `${name.replaceAll('-', '_')}__${version}_${number}_${table}`;

/** A name as SQL takes it, whatever is in it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
