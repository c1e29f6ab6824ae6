/** What does not agree, kept as it came. */
import { exceptions } from './exceptions.js';
import { exceptionsList } from './exceptions-list.js';

export { exceptions } from './exceptions.js';
export { exceptionsList, type ExceptionRow } from './exceptions-list.js';
export const exceptionsViews = [exceptions] as const;
export const exceptionsQuestions = [exceptionsList] as const;
