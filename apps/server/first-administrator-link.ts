import type { House } from './house.js';
import { newPerson } from '#platform/accounts';
import { isAdministered } from './security/administrators.js';

/** How long the console's link can be used. */
export const linkHours = 24;

/** The path of a one-time link for the first administrator of a live store; nothing once somebody administers it. Every start voids the link before. */
export async function firstAdministratorLink(house: Pick<House, 'kind' | 'views' | 'store' | 'clock' | 'accounts'>): Promise<string | undefined> {
  if (house.kind === 'demonstration' || (await isAdministered(house))) return undefined;
  return `/first-administrator/${await house.accounts.invite(newPerson(), 'first-administrator', { hours: linkHours })}`;
}
