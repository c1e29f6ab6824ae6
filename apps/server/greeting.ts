import { ViewUnavailable } from '#platform/view-store';
import { linkHours, linkOnceKnown } from './first-administrator-link.js';
import type { House } from './house.js';
import type { Standing } from './standing.js';

export interface Greeting {
  readonly house: Pick<House, 'kind' | 'views' | 'store' | 'clock' | 'accounts'>;
  readonly standing: Pick<Standing, 'gate' | 'log'>;
  /** Where people find the server. */
  readonly address: string;
  /** Where all is kept, in words. */
  readonly where: string;
  readonly say: (words: string) => unknown;
  /** Nothing is said any more. */
  readonly signal: AbortSignal;
}

const roles = 'Take a role on the page: managers approve, officers recommend and negotiate, finance authorises, a releaser releases, auditors read everything.\n';
const administered = 'People sign in by name and passphrase; administrators register them and grant their roles.\n';

/** Says where the server is and how to come in, and what it still waits for: whoever starts it must not have to ask its health. */
export async function greet({ house, standing: { gate, log }, address, where, say, signal }: Greeting): Promise<void> {
  const { ready, because } = await gate.stands();
  if (!ready) log.warn({ because }, 'not ready');
  // One piece, where it can be: whoever waits for the address finds the link beside it.
  let unsaid = `Tallystick ${house.kind === 'demonstration' ? 'demonstration' : 'live store'} at ${address} (${where})\n${ready ? '' : `Not ready: ${because}\n`}`;
  if (house.kind === 'demonstration') return void say(`${unsaid}${roles}`);
  const onWaiting = (fault: unknown): void => {
    const isOfViews = fault instanceof ViewUnavailable;
    log.warn(isOfViews ? { because: fault.message } : { err: fault }, 'the link for a first administrator waits');
    say(`${unsaid}The link for a first administrator waits${isOfViews ? `: ${fault.message}` : '; the log says why'}\n`);
    unsaid = '';
  };
  const link = await linkOnceKnown(house, { onWaiting, signal });
  if (signal.aborted) return;
  say(`${unsaid}${link === undefined ? administered : `Nobody administers this store yet. Whoever opens this link first, within ${linkHours} hours, becomes its administrator (whatever starts later, here or on another machine, prints a new one, and then this one is void):\n${address}${link}\n`}`);
}
