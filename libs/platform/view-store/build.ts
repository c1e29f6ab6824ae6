import { identifier } from './identifier.js';

/** One making of a view. A rebuild makes the next one beside it, and the two are switched when the next has caught up. */
export interface Build {
  readonly name: string;
  readonly version: number;
  readonly number: number;
}

/** The name of a build's table: `award_register__1_1_awards`. */
export const tableOf = ({ name, version, number }: Build, table: string): string => identifier(`${name.replaceAll('-', '_')}__${version}_${number}_${table}`);

export const isSameBuild = (one: Build, other: Build): boolean => one.name === other.name && one.version === other.version && one.number === other.number;
