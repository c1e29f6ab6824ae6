import { event, stream, text } from '#kernel';
import type { EventStore, EventToAppend } from '#platform/event-store';
import { MemoryLog, openMemoryEventStore } from '#platform/event-store-memory';
import { randomUUID } from 'node:crypto';
import { NotAtHand, StateCache } from './state-cache.js';
import { VersionsAsked } from './versions-asked.js';

const Noted = event('Noted', { fields: { word: text('Word') }, sentence: 'Noted {word}' });
const book = stream('book', { events: { Noted }, initial: [] as readonly string[] }).evolvedBy({ Noted: (words, { word }) => [...words, word] });
const noted = (word: string): EventToAppend => ({ id: randomUUID(), stream: 'book-b', type: 'Noted', schema: 1, effectiveOn: '2012-06-13', meta: { actor: 'person:1' }, data: { word } });

function openedTwice() {
  const log = new MemoryLog();
  const readFrom: number[] = [];
  const store = openMemoryEventStore({ log });
  const watched: Pick<EventStore, 'readStream' | 'versionsOf'> = {
    readStream: (name, range = {}) => (readFrom.push(range.from ?? 1), store.readStream(name, range)),
    versionsOf: (names) => store.versionsOf(names),
  };
  return { states: new StateCache(watched), readFrom, store, other: openMemoryEventStore({ log }) };
}

/** Appends here as the engine does: on top of the held state first. */
async function put(states: StateCache, store: EventStore, word: string, expected?: number): Promise<string> {
  const handed = noted(word);
  const ahead = states.after('book-b', [{ ...handed, data: handed.data as never, actor: 'person:1' }]);
  const settling = store.append({ events: [handed], expects: expected === undefined ? [] : [{ stream: 'book-b', expected }] }).then(({ outcome }) => {
    if (outcome !== 'stored') throw new Error(outcome);
  });
  states.advance('book-b', ahead, expected !== undefined, settling);
  return settling.then(() => 'stored', (fault: Error) => fault.message);
}

describe('folded states', () => {
  it('read only what came since, when another process wrote to a long stream', async () => {
    const { states, readFrom, store, other } = openedTwice();
    for (let n = 0; n < 50; n += 1) await other.append({ events: [noted(`w${n}`)], expects: [] });
    expect((await states.fold(book, 'b')).version).toBe(50);
    await other.append({ events: [noted('theirs')], expects: [] });
    expect(await states.confirm(new Map([['book-b', 50]]))).toBe(false);
    expect((await states.fold(book, 'b')).state.at(-1)).toBe('theirs');
    expect(await put(states, store, 'ours', 51)).toBe('stored');
    await other.append({ events: [noted('theirs again')], expects: [] });
    expect(await put(states, store, 'too late', 52)).toBe('conflict');
    expect((await states.fold(book, 'b')).state.slice(-3)).toEqual(['theirs', 'ours', 'theirs again']);
    expect(readFrom).toEqual([1, 51, 53]);
  });

  it('of a very long stream are read page by page, and others have their turn in between', async () => {
    const { states, readFrom, other } = openedTwice();
    for (let append = 0; append < 3; append += 1) await other.append({ events: Array.from({ length: 400 }, (_, n) => noted(`w${n}`)), expects: [] });
    const reading = states.fold(book, 'b').then(({ version }) => version);
    expect(await Promise.race([reading, new Promise((resolve) => setImmediate(resolve, 'somebody else'))])).toBe('somebody else');
    expect(await reading).toBe(1_200);
    expect(readFrom).toEqual([1, 501, 1_001]);
  });

  it('do not take an append that stated no version for the whole truth', async () => {
    const { states, store, other } = openedTwice();
    await states.fold(book, 'b');
    await other.append({ events: [noted('theirs')], expects: [] });
    expect(await put(states, store, 'ours')).toBe('stored');
    expect(await states.confirm(new Map([['book-b', 1]]))).toBe(false);
    expect((await states.fold(book, 'b')).state).toEqual(['theirs', 'ours']);
  });

  it('of what is only just being numbered are taken to be empty, and read when they turn out otherwise', async () => {
    const { states, store, readFrom, other } = openedTwice();
    await other.append({ events: [noted('theirs')], expects: [] });
    expect(states.begun(book, 'b')).toMatchObject({ version: 0, state: [] });
    expect(readFrom).toEqual([]);
    expect(await put(states, store, 'ours', 0)).toBe('conflict');
    expect(() => states.begun(book, 'b')).toThrow(NotAtHand);
    expect((await states.fold(book, 'b')).state).toEqual(['theirs']);
    expect(states.begun(book, 'b').state).toEqual(['theirs']);
  });

  it('are at hand once they were read, and say so when they are not', async () => {
    const { states } = openedTwice();
    expect(() => states.atHand(book, 'b')).toThrow(NotAtHand);
    await states.fold(book, 'b');
    expect(states.atHand(book, 'b').version).toBe(0);
  });
});

test('Whoever asks a far log where streams stand while others do goes together with them', async () => {
  const asked: (readonly string[])[] = [];
  const versions = new VersionsAsked({ distance: 'far', versionsOf: async (streams) => (asked.push(streams), await new Promise(setImmediate), new Map(streams.map((name) => [name, 1]))) });
  const [first, ...others] = await Promise.all([versions.of(['a']), versions.of(['b']), versions.of(['a', 'c'])]);
  expect([first?.get('a'), ...others.map((each) => each.size)]).toEqual([1, 3, 3]);
  expect(asked).toEqual([['a', 'b', 'c']]);
});
