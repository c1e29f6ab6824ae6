import { closeRound } from './commands/close-round.js';
import { defineProgramme } from './commands/define-programme.js';
import { openFund } from './commands/open-fund.js';
import { openRound } from './commands/open-round.js';
import { reduceBudget } from './commands/reduce-budget.js';
import { setBudget } from './commands/set-budget.js';

export * as fundEvents from './fund.events.js';
export { fund, type FundState } from './fund.js';
export { instrumentField, type Instrument } from './instrument.js';
export * as programmeEvents from './programme.events.js';
export { programme, type ProgrammeState } from './programme.js';
export * as roundEvents from './round.events.js';
export { round, type RoundState } from './round.js';
export const programmeCommands = [openFund, setBudget, reduceBudget, defineProgramme, openRound, closeRound] as const;
