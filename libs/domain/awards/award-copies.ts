import { count, listOf, optional, yesNo, type FieldValue } from '#kernel';
import { capTerm, otherFunds, phases, supportTerm, yearsTerm } from '#domain/programmes';

/**
 * The slots of its scheme that an award obeys, as they stood when it was recommended. It never carries the whole of them: what a
 * command costs goes with the size of its record, and an award that gives money by the simplest terms carries none.
 */
export const support = optional(listOf('Support', supportTerm, { min: 1, max: 4 }));
export const caps = optional(listOf('Caps', capTerm, { min: 1, max: 4 }));
export const copiedPhases = optional(phases);
export const years = optional(yearsTerm);
export const funders = optional(otherFunds);
/** Whether the round has room for so many awards only. */
export const capacity = optional(yesNo('Whether it takes one of the places of its round'));
/** Whether it takes one of the awards that a round serves in turn. */
export const turn = optional(yesNo('Whether it takes one of a number of awards'));
export const termsVersion = optional(count('Version of the terms', { min: 1 }));

export type Phases = NonNullable<FieldValue<typeof copiedPhases>>;
export type Support = NonNullable<FieldValue<typeof support>>;
