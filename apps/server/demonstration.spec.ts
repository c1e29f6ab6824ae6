import { shippedRoles } from '#domain/people';
import { memoryAccessLog, roleTable } from '#platform/access';
import { Engine } from '#platform/engine';
import { openGenesis, systemClock } from '#platform/event-store';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { merged, type Playbook } from '#platform/playbooks';
import { root } from '../../infra/bootstrap/places.js';
import { beginningOf, demonstrationPlaybooks, playDemonstration, UnplayableDemonstration } from './demonstration.js';

const playbooks = demonstrationPlaybooks(`${root}infra/demonstration`);

async function emptyHouse() {
  const store = openMemoryEventStore();
  await openGenesis(store, { kind: 'demonstration', origin: 'demonstration.test' });
  const engine = new Engine({ store, clock: systemClock, access: memoryAccessLog(), authority: roleTable(shippedRoles), kind: 'demonstration' });
  return { kind: 'demonstration' as const, store, engine };
}
const headOf = async ({ store }: Awaited<ReturnType<typeof emptyHouse>>) => (await store.head()).position;

describe('what a demonstration begins with', () => {
  it('its playbooks play into an empty log', async () => {
    const house = await emptyHouse();
    expect(await playDemonstration(playbooks, house)).toBe('played');
    expect(await headOf(house)).toBeGreaterThan(100);
  });

  it('a second start leaves the log as it is', async () => {
    const house = await emptyHouse();
    await playDemonstration(playbooks, house);
    const before = await headOf(house);
    expect(await playDemonstration(playbooks, house)).toBe('left alone');
    expect(await headOf(house)).toBe(before);
  });

  it('a start that was cut short goes on at the next one, without doubling', async () => {
    const inOrder = merged(playbooks);
    const cut = await emptyHouse();
    await playDemonstration([{ ...inOrder, steps: inOrder.steps.slice(0, 20) }], cut);
    expect(await playDemonstration(playbooks, cut)).toBe('played');
    const whole = await emptyHouse();
    await playDemonstration(playbooks, whole);
    expect(await headOf(cut)).toBe(await headOf(whole));
  });

  it('a log that holds something else is left alone', async () => {
    const house = await emptyHouse();
    const inOrder = merged(playbooks);
    await playDemonstration([{ ...inOrder, steps: inOrder.steps.slice(0, 3).map((step) => ({ ...step, book: 'of somebody else' })) }], house);
    expect(await playDemonstration(playbooks, house)).toBe('left alone');
  });

  it('the log begins when the first step was recorded', () => {
    expect(beginningOf(playbooks)).toMatch(/^2012-01-16T/);
  });

  it('a step that is refused unexpectedly stops the start and names its line', async () => {
    const [first] = playbooks as [Playbook];
    const twice = { ...first, steps: [...first.steps.slice(0, 1), { ...(first.steps[0] as Playbook['steps'][number]) }] };
    await expect(playDemonstration([twice], await emptyHouse())).rejects.toThrow(UnplayableDemonstration);
  });
});
