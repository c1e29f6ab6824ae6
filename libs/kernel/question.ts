import type { Permission } from './command.js';
import type { ViewDeclaration } from './view.js';

/** The two clocks of a question: everything recorded up to `position` was known; `asOf` is a business date. */
export interface AskedAt {
  readonly position: number;
}

/** A typed query over the tables of views: declared once, asked through the page, the API and `tally`. */
export interface QuestionDeclaration<Input extends object = object, Answer = unknown, Db = never> {
  readonly name: string;
  readonly input: new () => Input;
  readonly summary: string;
  readonly permission: Permission;
  /** The views whose tables it reads; they must have reached the position before it is asked. */
  readonly from: readonly Pick<ViewDeclaration, 'name' | 'version' | 'tables'>[];
  ask(db: Db, input: Input, at: AskedAt): Promise<Answer>;
}

export const question = <Input extends object, Answer, Db>(
  name: string,
  definition: Omit<QuestionDeclaration<Input, Answer, Db>, 'name'>,
): QuestionDeclaration<Input, Answer, Db> => ({ name, ...definition });
