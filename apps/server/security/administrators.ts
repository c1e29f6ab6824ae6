import { londonDate } from '#kernel';
import { peopleList } from '#views/people';
import type { Clock } from '#platform/event-store';
import type { House } from '../house.js';

/** Whether anybody administers this store today, so that nobody else becomes its first administrator. */
export async function isAdministered({ views, store, clock }: Pick<House, 'views' | 'store'> & { readonly clock: Clock }): Promise<boolean> {
  const { position } = await store.head();
  const asked = await views.ask(peopleList, { role: 'administrator', size: 1 }, { asOf: { on: londonDate(clock.now()), recordedUpTo: position } });
  if (asked.outcome === 'invalid') throw new Error(asked.problems.map(({ message }) => message).join('. '));
  return asked.answer.total > 0;
}
