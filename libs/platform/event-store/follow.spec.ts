import { setTimeout as pause } from 'node:timers/promises';
import { CommitBell } from './commit-bell.js';
import { follow } from './follow.js';

/** A log of three events that is looked at by one follower, with a bell that anybody may ring. */
function followed() {
  const bell = new CommitBell();
  const stop = new AbortController();
  let reads = 0;
  const readAll = ({ after }: { after: number }) => {
    reads += 1;
    return Promise.resolve({ events: [], next: Math.max(after, 3), caughtUp: true });
  };
  const following = (async () => {
    const places: number[] = [];
    for await (const item of follow({ readAll, grown: (past) => bell.grown(past, stop.signal) }, { after: 0, signal: stop.signal })) {
      if ('caughtUp' in item) places.push(item.position);
    }
    return places;
  })();
  return { bell, reads: () => reads, end: () => (stop.abort(), following) };
}

test('a bell that rings for what is not there does not keep a follower reading', async () => {
  const { bell, reads, end } = followed();
  await pause(10);
  bell.ring(Number.MAX_SAFE_INTEGER);
  await pause(200);
  expect(reads()).toBe(2);
  expect(await end()).toEqual([3]);
});

test('what is no position does not make the bell deaf to those that are', async () => {
  const bell = new CommitBell();
  for (const nonsense of [Number.NaN, Number.POSITIVE_INFINITY, 1.5]) bell.ring(nonsense);
  const isWoken = bell.grown(3, new AbortController().signal).then(() => true);
  bell.ring(4);
  expect(await Promise.race([isWoken, pause(100, false)])).toBe(true);
});
