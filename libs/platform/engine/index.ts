export { catalogueOf, type Catalogue } from './catalogue.js';
export { Engine, type Assertion, type EngineParts } from './engine.js';
export type { Done, Outcome, Refused, RunContext, Stored } from './outcome.js';
export { commandIdOf, eventIdOf } from './identity.js';
export type { EngineWatch } from './watch.js';
