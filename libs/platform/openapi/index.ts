/** The HTTP API as a document: addresses, kinds of problem, OpenAPI 3.1, and what would break it. */
export { apiRoot, commandPath, pathOf, problemsRoot, problemType, questionPath, refusalTitle, refusalType } from './addresses.js';
export { breaksBetween, breaksOf, mayBreak } from './breaks.js';
export { deprecationHeaders } from './deprecations.js';
export { openApiOf, openApiText } from './document.js';
export { isProblemKind, problemKinds, type ProblemKind, type ProblemKindName } from './problem-kinds.js';
export { clockWords, isPaged } from './question-operation.js';
export { apiVersion } from './version.js';
