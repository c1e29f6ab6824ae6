import type { Installation } from '#platform/installation';
import { readAsOf, readKnownAt, type AnyQuestion } from '#platform/view-store';
import { demonstrationPlaybooks, playDemonstration } from '../../apps/server/demonstration.js';
import { openDemonstration } from '../support/demonstration-house.js';
import type { Stage } from './on-every-store.js';

/** Asks a question of what was played, as it was known at the end of a day, or of what was so on one. */
export type Ask = <Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, clocks?: { readonly known?: string; readonly on?: string }) => Promise<Answer>;

/** Plays some playbooks of the demonstration before the tests of a story, and asks about them. */
export function playedBooks(stage: () => Stage, ...names: readonly string[]): Ask {
  let house: Installation;
  beforeAll(async () => {
    const playbooks = demonstrationPlaybooks('infra/demonstration').filter(({ name }) => names.includes(name));
    if (playbooks.length !== names.length) throw new Error(`There are no playbooks for all of ${names.join(', ')}`);
    house = await openDemonstration(playbooks, stage());
    await playDemonstration(playbooks, house);
    await house.views.caughtUp();
  }, 120_000);
  afterAll(() => house.close());

  return async (question, input, { known, on } = {}) => {
    const read = known === undefined ? undefined : await readKnownAt(known, house.store);
    const day = on === undefined ? undefined : await readAsOf(on, house.store);
    for (const clock of [read, day]) if (clock?.ok === false) throw new Error(clock.message);
    const came = await house.views.ask(question, input, { ...(read?.ok ? { knownAt: read.position } : {}), ...(day?.ok ? { asOf: day.asOf } : {}) });
    if (came.outcome !== 'answered') throw new Error(JSON.stringify(came));
    return came.answer;
  };
}
