import type { Permission } from './command.js';
import type { IsoDate } from './dates.js';
import type { ViewDeclaration } from './view.js';

/** The two clocks of a question: what was known at a place in the log, and what was so on a business date. */
export interface AskedAt {
  /** Everything that was recorded up to here was known. */
  readonly position: number;
  /** Left out: as it stands, whatever day it takes effect. */
  readonly asOf?: AsOf;
}
export interface AsOf {
  readonly on: IsoDate;
  /** The last event that was recorded by the end of that day: most of what had taken effect by then stands before it. */
  readonly recordedUpTo: number;
}

/** A typed query over the tables of views: declared once, asked through the page, the API and `tally`. */
export interface QuestionDeclaration<Input extends object = object, Answer = unknown, Db = never> {
  readonly name: string;
  readonly input: new () => Input;
  readonly summary: string;
  readonly permission: Permission;
  /** The views whose tables it reads; they must have reached the position before it is asked. */
  readonly from: readonly Pick<ViewDeclaration, 'name' | 'version' | 'tables'>[];
  /** Whether it answers `asOf` too. One that does not says so when it is asked, rather than answering something else. */
  readonly takesAsOf?: boolean;
  ask(db: Db, input: Input, at: AskedAt): Promise<Answer>;
}

export const question = <Input extends object, Answer, Db>(
  name: string,
  definition: Omit<QuestionDeclaration<Input, Answer, Db>, 'name'>,
): QuestionDeclaration<Input, Answer, Db> => ({ name, ...definition });
