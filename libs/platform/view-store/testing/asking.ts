import type { Kysely } from 'kysely';
import { code, optional, question, text, toDate, type Code, type RowOf } from '#kernel';
import type { EventStore } from '#platform/event-store';
import { ViewUnavailable, type ViewStore } from '../index.js';
import { append, boxesView, filled, labelled, tables } from './boxes.js';
import { OpenedViews, type OpensDatabase } from './opened-views.js';

type Db = Kysely<{ boxes: RowOf<typeof tables.boxes.columns>; fillings: RowOf<typeof tables.fillings.columns> & { position: number; balance: number; ordinal: number } }>;

class BoxesAsked {
  @optional(text('Owner')) owner?: string;
  @optional(code('Box')) box?: Code;
}
const view = boxesView();
const boxesHeld = question('boxes-held', {
  input: BoxesAsked, summary: 'Boxes of an owner.', permission: 'box:read', from: [view],
  async ask(db: Db, { owner = 'anna' }: BoxesAsked) {
    const boxes = await db.selectFrom('boxes').select(['box', 'label', 'held']).where('owner', '=', owner).orderBy('box').execute();
    const last = await db.selectFrom('fillings').select(['balance', 'ordinal']).where('owner', '=', owner).orderBy('position', 'desc').limit(1).executeTakeFirst();
    const joined = await db.selectFrom('boxes as b').innerJoin('fillings as f', 'f.box', 'b.box').select(({ fn }) => fn.countAll<number>().as('n')).where('b.owner', '=', owner).executeTakeFirstOrThrow();
    return { boxes, balance: last?.balance ?? 0, entries: last?.ordinal ?? 0, joined: joined.n };
  },
});

/** Questions, now and as it was known. */
export function askingContract(opening: () => OpensDatabase): void {
  let opened: OpenedViews;
  let store: EventStore;
  let views: ViewStore;
  beforeEach(async () => {
    opened = new OpenedViews(opening());
    store = opened.log();
    views = await opened.started({ store, views: [view] });
  });
  afterEach(() => opened.close());

  const ask = async (knownAt?: number) => {
    const asked = await views.ask(boxesHeld, {}, knownAt === undefined ? {} : { knownAt });
    if (asked.outcome === 'invalid') throw new Error('invalid');
    return asked;
  };

  it('are answered as of now, and as it was known at every earlier position', async () => {
    await append(store, filled('B1', 5));
    await append(store, labelled('B1', 'red'), filled('B1', 2), filled('B2', 1));
    await append(store, labelled('B1', 'blue'));
    const at = async (position?: number) => (await ask(position)).answer;
    expect(await at()).toEqual({ boxes: [{ box: 'B1', label: 'blue', held: 7 }, { box: 'B2', label: null, held: 1 }], balance: 8, entries: 3, joined: 3 });
    expect(await at(5)).toEqual(await at());
    expect(await at(4)).toMatchObject({ boxes: [{ label: 'red', held: 7 }, { held: 1 }], balance: 8 });
    expect(await at(2)).toEqual({ boxes: [{ box: 'B1', label: 'red', held: 5 }], balance: 5, entries: 1, joined: 1 });
    expect(await at(0)).toEqual({ boxes: [], balance: 0, entries: 0, joined: 0 });
  });

  it('wait for what was just stored', async () => {
    for (let i = 1; i <= 20; i += 1) {
      const position = await append(store, filled('B1', i));
      const { answer, position: answered } = await ask();
      expect([answered, answer.entries]).toEqual([position, i]);
    }
  });

  it('about one of no things find nothing, and about none of no things find all', async () => {
    await append(store, filled('B1', 1), filled('B2', 1));
    const among = (operator: 'in' | 'not in') => ({ ...boxesHeld, ask: (db: Db) => db.selectFrom('boxes').select('box').where('box', operator, []).where('owner', '=', 'anna').orderBy('box').execute() });
    expect(await views.ask(among('in'), {})).toMatchObject({ outcome: 'answered', answer: [] });
    expect(await views.ask(among('not in'), {})).toMatchObject({ outcome: 'answered', answer: [{ box: 'B1' }, { box: 'B2' }] });
  });

  it('asked together each see one moment', async () => {
    await append(store, filled('B1', 1));
    const asking = Array.from({ length: 50 }, async (_, i) => {
      if (i % 5 === 0) await append(store, filled('B1', 1));
      const { answer, position } = await ask();
      return [answer.boxes[0]?.held, answer.balance, answer.entries, answer.joined, position];
    });
    for (const figures of await Promise.all(asking)) expect(new Set(figures).size).toBe(1);
  });

  it('say what is wrong with their input, and what has not happened yet', async () => {
    expect(await views.ask(boxesHeld, { ownr: 'anna' })).toMatchObject({ outcome: 'invalid', problems: [{ message: 'There is no field "ownr". Did you mean "owner"?' }] });
    expect(await views.ask(boxesHeld, {}, { knownAt: 7 })).toEqual({ outcome: 'invalid', problems: [{ field: 'known-at', message: '@7 has not happened yet: the last event is @0' }] });
  });

  it('about a day of effect reach those that know such days, and are refused by the others', async () => {
    const asOf = { on: toDate('2012-06-13'), recordedUpTo: 0 };
    expect(await views.ask(boxesHeld, {}, { asOf })).toEqual({
      outcome: 'invalid', problems: [{ field: 'as-of', message: '"boxes-held" does not know days of effect. Leave as-of out, or ask what was known on a day with known-at' }],
    });
    const onDay = question('asked-at', { input: BoxesAsked, summary: 'What it is asked about.', permission: 'box:read', from: [view], takesAsOf: true, ask: (_, __, at) => Promise.resolve(at) });
    expect(await views.ask(onDay, {}, { asOf })).toMatchObject({ answer: { position: 0, asOf } });
  });

  it('about a view that stopped are answered up to there, and not beyond', async () => {
    const sick = boxesView('sick', { poison: 2 });
    const other = await opened.started({ store, views: [sick], file: opened.file('sick.db') });
    const ofSick = { ...boxesHeld, from: [sick] };
    await append(store, filled('B1', 1), filled('B1', 2));
    expect(await other.ask(ofSick, {})).toMatchObject({ outcome: 'answered', position: 1, answer: { balance: 1 } });
    await expect(other.ask(ofSick, {}, { knownAt: 2 })).rejects.toThrow(ViewUnavailable);
  });

  it('about a view that nobody made say how to make it', async () => {
    await expect(views.ask({ ...boxesHeld, from: [boxesView('boxes', { version: 9 })] }, {})).rejects.toThrow('The view boxes has not been made yet. Start the worker, or run: tally rebuild boxes');
  });
}
