import type { ViewStatus } from '#platform/view-store';
import { Gate } from './gate.js';
import { Measures } from './measures.js';
import type { Found } from './survey.js';

const view = (behind: number, more: Partial<ViewStatus> = {}): ViewStatus => ({ view: 'awards', version: 1, state: 'live', build: 1, position: 10_000 - behind, behind, absences: 0, ...more });

function gateOver(first: Found, answersFromViews = true) {
  const found = { now: first };
  const measures = new Measures();
  const gate = new Gate({ survey: { take: () => Promise.resolve(found.now) }, measures, answersFromViews });
  const isReady = async () => (await measures.registry.getSingleMetric('tallystick_ready')?.get())?.values[0]?.value;
  return { gate, isReady, now: (next: Found) => void (found.now = next) };
}

describe('a server that has just come up', () => {
  it('takes no requests while a view that it needs is being made, and says which and how far', async () => {
    const { gate, isReady, now } = gateOver({ head: 10_000, views: [view(0), view(9_000, { view: 'ledger', state: 'building' })] });
    expect(await gate.stands()).toEqual({ ready: false, because: 'the view ledger is being made: 9000 events to go' });
    expect(await isReady()).toBe(0);
    now({ head: 10_000, views: [view(0), view(900, { view: 'ledger' })] });
    expect(await gate.stands()).toEqual({ ready: true });
    expect(await isReady()).toBe(1);
  });

  it('takes none over views of another log, and passes on what to do', async () => {
    const foreign = 'The view awards stands at event @10000 of another log than this one. Make the views again with: tally rebuild';
    const { gate, now } = gateOver({ head: 500, views: [view(0), view(0, { foreign })] });
    expect(await gate.stands()).toEqual({ ready: false, because: foreign });
    now({ head: 500, views: [view(0), view(0)] });
    expect(await gate.stands()).toEqual({ ready: true });
  });

  it('is not kept out by a view that an event has stopped: the other pages answer', async () => {
    const { gate } = gateOver({ head: 10_000, views: [view(9_000, { fault: { at: 1_001, because: 'it threw' } })] });
    expect(await gate.stands()).toEqual({ ready: true });
  });
});

describe('a server that was ready', () => {
  it('stays so when views fall behind: all servers would leave at once', async () => {
    const { gate, now } = gateOver({ head: 10_000, views: [view(0)] });
    await gate.stands();
    now({ head: 90_000, views: [view(80_000)] });
    expect(await gate.stands()).toEqual({ ready: true });
  });

  it('is not ready while the log or the views do not answer, and comes back by itself', async () => {
    const { gate, now } = gateOver({ head: 10_000, views: [view(0)] });
    now({ head: undefined, views: [view(0)] });
    expect(await gate.stands()).toMatchObject({ ready: false, because: 'the log does not answer' });
    now({ head: 10_000, views: undefined });
    expect(await gate.stands()).toMatchObject({ ready: false, because: 'the views do not answer' });
    now({ head: 10_000, views: [view(0)] });
    expect(await gate.stands()).toEqual({ ready: true });
  });

  it('is not ready from the moment it is told to stop', async () => {
    const { gate } = gateOver({ head: 10_000, views: [view(0)] });
    const asking = gate.stands();
    gate.drain();
    expect(await asking).toMatchObject({ ready: false });
    expect(await gate.stands()).toEqual({ ready: false, because: 'on the way out' });
  });
});

it('a worker is ready without views: it makes them', async () => {
  const { gate } = gateOver({ head: 10_000, views: undefined }, false);
  expect(await gate.stands()).toEqual({ ready: true });
});
