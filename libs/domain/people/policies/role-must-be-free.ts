import { refuse, showDate, type Refusal } from '#kernel';
import type { Grant } from '../person.js';
import { runsBackwards, sharesADay, type Period } from '../periods.js';

export const grantingRefusals = {
  'person-has-left': 'They have left, so no role can be granted to them',
  'dates-run-backwards': 'The last day comes before the first. Write the earlier day first',
  'role-is-held': 'They hold the role {role} already from {since}. End that one first, or choose days that do not overlap',
} as const;

/** Somebody holds a role once at a time, so that nobody wonders under which grant they acted. */
export function roleMustBeFree(grants: readonly Grant[], wanted: Period & { readonly role: string }): Refusal<'dates-run-backwards' | 'role-is-held'> | undefined {
  if (runsBackwards(wanted)) return refuse('dates-run-backwards');
  const held = grants.find((each) => !each.ended && each.role === wanted.role && sharesADay(each, wanted));
  return held && refuse('role-is-held', { role: wanted.role, since: showDate(held.startsOn) });
}
