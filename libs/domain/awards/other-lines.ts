import { choice, count, list, money, optional, reference, text, yesNo, type FieldValue } from '#kernel';
import { budgetLine, days } from '#domain/limits';

const part = { number: count('Number of the part', { min: 1 }), line: budgetLine };

/** Parts of an award from other budget lines than its first, as they were approved. */
export const linesApproved = optional(list('Other budget lines', { ...part, ceiling: money('Ceiling', { orNil: true }) }, 'up to {ceiling} of it from {line}', { min: 1, max: 20 }));
/** Whether a line bears a part of the amount that was signed, or a later year that comes on top of it. */
const kind = choice('Kind', { part: 'a part of the amount', later: 'a later year on top of it' });
/** The same as they were signed; what is left under the ceiling went back to their funds. */
export const linesSigned = optional(list('Other budget lines', { ...part, kind, amount: money('Amount', { orNil: true }), released: money('Released', { orNil: true }) }, '{amount} from {line}, {kind}', { min: 1, max: 20 }));
/** What of them went back to their funds. */
export const linesReleased = optional(list('From other budget lines', { ...part, released: money('Released', { orNil: true }) }, '{released} to {line}', { min: 1, max: 20 }));
export type LineReleased = NonNullable<FieldValue<typeof linesReleased>>[number];

/** Days of an expert that nobody used. */
export const daysReleased = optional(days('Days released', { orNil: true }));

/** An award that ended unused leaves its place of the round to others. */
export const placeReleased = optional(yesNo('Whether its place is free again'));

/** Bodies whose caps an award counts for, members of joint bodies among them. */
const countedBody = { organisation: reference('OR', 'Organisation'), name: text('Name'), through: optional(reference('OR', 'Member of')) };
export const counted = optional(list('Counted for', countedBody, '{name}', { min: 1 }));
