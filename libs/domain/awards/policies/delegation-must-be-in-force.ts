import { refuse, showDate, type IsoDate, type Refusal } from '#kernel';

export const delegationRefusals = {
  'delegation-is-not-in-force': '{body} has no delegation in force on {on}',
} as const;

/** A delegation counts on the day on which the decision takes effect, whenever it is recorded. */
export const refuseDelegation = (body: string, on: IsoDate): Refusal<'delegation-is-not-in-force'> =>
  refuse('delegation-is-not-in-force', { body, on: showDate(on) });
