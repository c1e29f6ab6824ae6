import { AppendQueue } from './append-queue.js';
import { prepare, type AppendResult, type PreparedAppend } from './index.js';

const request = (turn: number, characters = 10): PreparedAppend =>
  prepare({
    events: [{ id: `00000000-0000-4000-8000-${String(turn).padStart(12, '0')}`, stream: 'award-1', type: 'Noted', schema: 1, effectiveOn: '2012-06-13', meta: {}, data: 'x'.repeat(characters) }],
    expects: [],
  });
const answer = (first: number): AppendResult => ({ outcome: 'stored', first, last: first, recordedAt: '', repeated: false });

/** A writer that takes a moment, and remembers how many travelled together. */
function slowWriter() {
  const groups: number[] = [];
  let position = 0;
  const queue = new AppendQueue(async (requests) => {
    groups.push(requests.length);
    await new Promise((resolve) => setTimeout(resolve, 2));
    return requests.map(() => answer(++position));
  });
  return { groups, queue };
}

test('what arrives while a group is written travels together in the next, in call order', async () => {
  const { groups, queue } = slowWriter();
  const first = queue.append(request(1));
  await new Promise(setImmediate);
  const rest = Array.from({ length: 9 }, (_, index) => queue.append(request(index + 2)));
  const results = await Promise.all([first, ...rest]);
  expect(results.map((result) => result.outcome === 'stored' && result.first)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(groups).toEqual([1, 9]);
});

test('a group holds at most 256 appends, and at most four million characters', async () => {
  const many = slowWriter();
  await Promise.all(Array.from({ length: 600 }, (_, index) => many.queue.append(request(index))));
  expect(many.groups).toEqual([16, 256, 256, 72]);
  const large = slowWriter();
  await Promise.all(Array.from({ length: 40 }, (_, index) => large.queue.append(request(index, 200_000))));
  expect(large.groups).toEqual([16, 20, 4]);
});

test('many who call again and again go in two halves, so that one is decided while the other is written', async () => {
  const { groups, queue } = slowWriter();
  const call = async (caller: number): Promise<void> => {
    for (let turn = 0; turn < 6; turn += 1) await queue.append(request(caller * 10 + turn));
  };
  await Promise.all(Array.from({ length: 64 }, (_, caller) => call(caller)));
  expect(groups.reduce((sum, size) => sum + size, 0)).toBe(64 * 6);
  expect(groups.slice(2, -2).every((size) => size >= 16 && size <= 48)).toBe(true);
});

test('the half that waits leaves before those who were written are told', async () => {
  const seen: string[] = [];
  let groups = 0;
  const queue = new AppendQueue(async (requests) => {
    seen.push(`group ${(groups += 1)} leaves`);
    await new Promise((resolve) => setTimeout(resolve, 2));
    return requests.map(() => answer(1));
  });
  const first = Array.from({ length: 16 }, (_, turn) => queue.append(request(turn)).then(() => seen.push('told')));
  const second = Array.from({ length: 16 }, (_, turn) => queue.append(request(turn + 16)));
  await Promise.all([...first, ...second]);
  expect(seen.slice(0, 3)).toEqual(['group 1 leaves', 'group 2 leaves', 'told']);
});

test('when a group is refused, all in it learn why and the next group goes on', async () => {
  let refuse = true;
  const queue = new AppendQueue(async (requests) => {
    if (refuse) throw new Error('no space');
    return requests.map(() => answer(1));
  });
  const refused = await Promise.allSettled([queue.append(request(1)), queue.append(request(2))]);
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  refuse = false;
  expect(await queue.append(request(3))).toEqual(answer(1));
});

test('a queue that closes writes what it accepted and refuses the rest', async () => {
  const { queue } = slowWriter();
  const accepted = [queue.append(request(1)), queue.append(request(2))];
  const closing = queue.close();
  await expect(queue.append(request(3))).rejects.toMatchObject({ kind: 'closed' });
  expect(await Promise.all(accepted)).toHaveLength(2);
  await closing;
});
