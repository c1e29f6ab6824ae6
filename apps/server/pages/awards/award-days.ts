import type { AwardDays } from '#views/support';
import { daysSteps, stepsFor, type Step } from '../../forms/next-steps.js';
import type { Figure } from '../../layout/figures.js';
import type { Table } from '../../layout/table.js';
import type { Visit } from '../../visits/visit.js';
import { daysFigures, logTable, valueInWords } from '../days/days-tables.js';

const noMoney = 'That is no money, and in no sum with it.';

/** The days of help that an award was given, apart from its money. */
export interface ShownDays {
  readonly figures: readonly Figure[];
  readonly value: string;
  readonly log: Table;
  readonly actions: readonly Step[];
}

export function shownDays(days: AwardDays, stage: string, visit: Visit): ShownDays {
  const steps = (daysSteps[stage] ?? []).filter((step) => fits(step, days));
  return {
    figures: daysFigures(days, days.award, visit),
    value: days.valueMinor === null ? 'The terms do not value the days.' : `The days worked count for ${valueInWords(days)}. ${noMoney}`,
    log: logTable(days, steps.includes('CorrectDays'), visit),
    actions: stepsFor(visit, steps, `/awards/${days.award}`, `for ${days.award}`),
  };
}

/** Days are worked or released while some are left, and taken back while some are logged. */
const fits = (step: string, { leftHundredths, loggedHundredths }: AwardDays): boolean => (step === 'CorrectDays' ? loggedHundredths > 0 : leftHundredths > 0);
