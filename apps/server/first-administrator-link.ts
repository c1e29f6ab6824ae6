import { setTimeout as pause } from 'node:timers/promises';
import { newPerson } from '#platform/accounts';
import type { House } from './house.js';
import { isAdministered } from './security/administrators.js';

type LinkFrom = Pick<House, 'kind' | 'views' | 'store' | 'clock' | 'accounts'>;

/** How long the console's link can be used. */
export const linkHours = 24;

/** How often whoever waits for the link asks again: making views again takes minutes. */
const againMilliseconds = 2_000;

/**
 * The path of a one-time link for the first administrator of a live store; nothing once somebody administers it. Every start voids
 * the link before. Throws while the views cannot say who administers.
 */
export async function firstAdministratorLink(house: LinkFrom): Promise<string | undefined> {
  if (house.kind === 'demonstration' || (await isAdministered(house))) return undefined;
  return `/first-administrator/${await house.accounts.invite(newPerson(), 'first-administrator', { hours: linkHours })}`;
}

export interface WaitingForTheLink {
  /** Hears why there is no link yet, once for each reason. */
  readonly onWaiting: (fault: unknown) => void;
  readonly signal: AbortSignal;
}

/** The same, however long the views cannot say: the server answers meanwhile what it can. Nothing, too, when the signal comes first. */
export async function linkOnceKnown(house: LinkFrom, { onWaiting, signal }: WaitingForTheLink): Promise<string | undefined> {
  for (let told: string | undefined; !signal.aborted; await pause(againMilliseconds, undefined, { ref: false })) {
    try {
      return await firstAdministratorLink(house);
    } catch (fault) {
      const because = fault instanceof Error ? fault.message : String(fault);
      if (because !== told && !signal.aborted) onWaiting(fault);
      told = because;
    }
  }
  return undefined;
}
