import { londonDate } from '#kernel';
import { peopleList } from '#views/people';
import type { Clock } from '#platform/event-store';
import { ViewUnavailable } from '#platform/view-store';
import type { House } from '../house.js';

/** A view that is nearly there is worth waiting for. */
const patienceMilliseconds = 5_000;

/**
 * Whether anybody administers this store today, so that nobody else becomes its first administrator. Throws ViewUnavailable while
 * the views cannot say: a view that is still being made knows of nobody.
 */
export async function isAdministered({ views, store, clock }: Pick<House, 'views' | 'store'> & { readonly clock: Clock }): Promise<boolean> {
  const { position } = await store.head();
  const asked = await views.ask(peopleList, { role: 'administrator', size: 1 }, { asOf: { on: londonDate(clock.now()), recordedUpTo: position }, waitMilliseconds: patienceMilliseconds });
  if (asked.outcome === 'invalid') throw new Error(asked.problems.map(({ message }) => message).join('. '));
  if (asked.answer.total === 0 && asked.position < position) throw new ViewUnavailable(`Who administers is not known yet: the view of people stands at event @${asked.position} of @${position}. Wait, or start a worker where none runs: npm run work`);
  return asked.answer.total > 0;
}
