import { delegate } from './commands/delegate.js';
import { endDelegation } from './commands/end-delegation.js';
import { recordDecision } from './commands/record-decision.js';
import { recordProgrammeDecision } from './commands/record-programme-decision.js';
import { registerBody } from './commands/register-body.js';

export * as bodyEvents from './body.events.js';
export { body, delegationOn, type BodyState, type Delegation } from './body.js';
export * as decisionEvents from './decision.events.js';
export { decision, type DecisionState } from './decision.js';
export { verbField, verbsThatCommit, type Verb } from './verbs.js';
export const decisionCommands = [registerBody, delegate, endDelegation, recordDecision, recordProgrammeDecision] as const;
