import { claimSaving } from './commands/claim-saving.js';
import { forecastSavings } from './commands/forecast-savings.js';
import { reviseForecast } from './commands/revise-forecast.js';
import { validateSaving } from './commands/validate-saving.js';
import { withdrawClaim } from './commands/withdraw-claim.js';

export { basis, figureOn, type Basis } from './basis.js';
export { type Buckets } from './buckets.js';
export { attribution, qualifier, savingKind, type Attribution, type Qualifier, type SavingKind, type SavingPeriod } from './saving-fields.js';
export * as savingEvents from './saving.events.js';
export { saving, type SavingState } from './saving.js';
export { sumOfSavings, type SavingFigure, type SumOfSavings } from './sum-of-savings.js';
export const savingCommands = [forecastSavings, reviseForecast, claimSaving, validateSaving, withdrawClaim] as const;
