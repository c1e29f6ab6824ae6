/** Events in, rows out; and the questions that rows answer. The one place where they are gathered. */
import type { QuestionDeclaration, ViewDeclaration } from '#kernel';
import { auditQuestions, auditViews } from './audit/index.js';
import { schemesQuestions, schemesViews } from './schemes/index.js';
import { choosingQuestions, choosingViews } from './choosing/index.js';
import { tranchesQuestions, tranchesViews } from './tranches/index.js';
import { supportQuestions, supportViews } from './support/index.js';
import { deliveryQuestions, deliveryViews } from './delivery/index.js';
import { fundingQuestions, fundingViews } from './funding/index.js';
import { exceptionsQuestions, exceptionsViews } from './exceptions/index.js';
import { ledgerQuestions, ledgerViews } from './ledgers/index.js';
import { peopleQuestions, peopleViews } from './people/index.js';
import { registerQuestions, registerViews } from './registers/index.js';

export * from './audit/index.js';
export * from './ledgers/index.js';
export * from './people/index.js';
export * from './registers/index.js';
export * from './schemes/index.js';
export * from './choosing/index.js';
export * from './tranches/index.js';
export * from './support/index.js';
export * from './delivery/index.js';
export * from './funding/index.js';
export * from './exceptions/index.js';
export { csvCell, type CellKind } from './csv-cell.js';
export { pageOf, type Paged } from './paging.js';

/** Every view. */
export const views: readonly ViewDeclaration[] = [...registerViews, ...ledgerViews, ...schemesViews, ...choosingViews, ...tranchesViews, ...supportViews, ...deliveryViews, ...fundingViews, ...exceptionsViews, ...peopleViews, ...auditViews];

/** Every question, its types folded away: whoever asks one by name reads its input with the question's own class. */
export const questions = [
  ...registerQuestions, ...ledgerQuestions, ...schemesQuestions, ...choosingQuestions, ...tranchesQuestions, ...supportQuestions, ...deliveryQuestions, ...fundingQuestions, ...exceptionsQuestions,
  ...peopleQuestions, ...auditQuestions,
] as unknown as readonly QuestionDeclaration<object, unknown, never>[];
