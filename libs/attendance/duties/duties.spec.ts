import { toPerson } from '#kernel';
import { memoryAccessLog, roleTable } from '#platform/access';
import { Engine } from '#platform/engine';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { Duties } from './duties.js';
import { dutyAsJob, settleDuty } from './settle-duty.js';
import { lapse, lapseUnsigned, make, sign } from '../testing/offers.js';

const authority = roleTable({ 'programme-manager': ['agreement:offer', 'agreement:sign', 'agreement:lapse'], clockwork: ['agreement:lapse'] });

function office(day: string) {
  const clock = { now: () => `${day}T12:00:00.000Z` };
  const store = openMemoryEventStore({ clock });
  const engine = new Engine({ store, clock, access: memoryAccessLog(), authority, kind: 'live' });
  const manager = { actor: toPerson('manager'), role: 'programme-manager' };
  const handle = settleDuty({ engine, find: (name) => [make, lapse].find((command) => command.name === name) as never });
  const task = { id: 'job', offeredAt: clock.now(), attempt: 1, signal: new AbortController().signal, progress: () => undefined };
  const on = (today: string) => {
    const duties = new Duties({ store, clock: { now: () => `${today}T12:00:00.000Z` }, workflows: [lapseUnsigned] });
    /** Does what is due, as a worker would, and returns what was said of each. */
    const attend = async (): Promise<readonly string[]> => {
      const said: string[] = [];
      for (const due of await duties.due()) {
        const { key, input = {} } = dutyAsJob(due);
        said.push((await handle(input, { ...task, key })).said);
        duties.settle(due);
      }
      return said;
    };
    return { duties, attend };
  };
  return { store, engine, manager, on, handle, task };
}

describe('what falls due', () => {
  it('is done on its day and not before, once, whoever attends to it', async () => {
    const { store, engine, manager, on } = office('2012-06-13');
    await engine.run(make, { offer: 'a', until: '2012-07-01' }, manager);
    expect(await on('2012-06-30').attend()).toEqual([]);
    const [one, two] = [on('2012-07-01'), on('2012-07-01')];
    await Promise.all([one.attend(), two.attend()]);
    expect(await one.attend()).toEqual([]);
    const { events } = await store.readStream('offer-a');
    expect(events.map(({ type }) => type)).toEqual(['Offered', 'Lapsed']);
    expect(events[1]?.meta).toMatchObject({ role: 'clockwork', $causationId: events[0]?.id });
  });

  it('is derived again, and done once, by a process that knows nothing of the first', async () => {
    const { store, engine, manager, on } = office('2012-06-13');
    await engine.run(make, { offer: 'a', until: '2012-07-01' }, manager);
    const due = await on('2012-07-02').duties.due();
    expect(await on('2012-07-02').attend()).toEqual(['EndOffer of a is done, up to @2']);
    const { handle, task } = office('2012-06-13');
    expect(due).toHaveLength(1);
    expect((await store.head()).position).toBe(2);
    await expect(handle({ command: 'NoSuchCommand', input: '{}', causation: 'x' }, { ...task, key: 'k' })).rejects.toMatchObject({ name: 'CannotSucceed', message: expect.stringContaining('no command NoSuchCommand') });
  });

  it('is dropped when what happened since makes it pointless', async () => {
    const { store, engine, manager, on } = office('2012-06-13');
    await engine.run(make, { offer: 'a', until: '2012-07-01' }, manager);
    await engine.run(sign, { offer: 'a' }, manager);
    expect(await on('2012-07-02').attend()).toEqual([]);
    expect((await store.head()).position).toBe(2);
  });

  it('is settled by a refusal: the rule says that there is nothing to do', async () => {
    const { store, engine, manager, on } = office('2012-06-13');
    await engine.run(make, { offer: 'a', until: '2012-07-01' }, manager);
    await engine.run(lapse, { offer: 'a' }, manager);
    const { attend } = on('2012-07-02');
    expect(await attend()).toEqual([expect.stringContaining('had nothing to do: This offer is not open')]);
    expect(await attend()).toEqual([]);
    expect((await store.head()).position).toBe(2);
  });
});
