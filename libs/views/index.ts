/** Events in, rows out; and the questions that rows answer. The one place where they are gathered. */
import type { QuestionDeclaration, ViewDeclaration } from '#kernel';
import { auditQuestions, auditViews } from './audit/index.js';
import { ledgerQuestions, ledgerViews } from './ledgers/index.js';
import { peopleQuestions, peopleViews } from './people/index.js';
import { registerQuestions, registerViews } from './registers/index.js';

export * from './audit/index.js';
export * from './ledgers/index.js';
export * from './people/index.js';
export * from './registers/index.js';
export { csvCell, type CellKind } from './csv-cell.js';
export { pageOf, type Paged } from './paging.js';

/** Every view. */
export const views: readonly ViewDeclaration[] = [...registerViews, ...ledgerViews, ...peopleViews, ...auditViews];

/** Every question, its types folded away: whoever asks one by name reads its input with the question's own class. */
export const questions = [...registerQuestions, ...ledgerQuestions, ...peopleQuestions, ...auditQuestions] as unknown as readonly QuestionDeclaration<object, unknown, never>[];
