import fc from 'fast-check';
import { isRefusal, toDate, toReference, fact, type Elsewhere, type NewEvent } from '#kernel';
import { LimitOpened } from './limit.events.js';
import { limit } from './limit.js';
import { held } from './moves.js';
import { QueueAdvanced, QueueJoined, QueueLeft } from './queue.events.js';
import { callNext, freePlaces, givePlaceBack, joinQueue, leaveQueue, takePlace, type Places } from './queue-places.js';
import { isWaiting, keptFor, queue, waitingIn, type QueueState } from './queue.js';

const holder = toReference('CH', 'CH-2014-001');
const about = { ref: holder, version: 1, on: toDate('2014-03-03'), by: 'person:officer' };
const body = (n: number, places = 1) => ({ who: `OR-2014-00${n}`, name: `Council ${n}`, places });
const [first, second, third] = [body(1), body(2), body(3)];

/** A course with so many places, step by step: each step is kept, as the engine would keep it. */
class Course {
  #limit = limit.evolve(limit.initial, LimitOpened({ subject: 'places', unit: 'PLACE', bucket: 'open', amount: this.all }), about);
  #queue: QueueState = queue.initial;

  constructor(private readonly all: number) {}

  get held(): Places {
    return { places: fact(limit, 'places', 1, this.#limit), queue: fact(queue, holder, 1, this.#queue) };
  }
  get waiting(): readonly string[] {
    return [...waitingIn(this.#queue)].map(({ name }) => name);
  }
  get free(): number {
    return freePlaces(this.held.places, this.held.queue);
  }
  keep(changes: readonly Elsewhere[]): readonly NewEvent[] {
    for (const { of, events } of changes) {
      for (const event of events) {
        if (of === queue) this.#queue = queue.evolve(this.#queue, event, about);
        else this.#limit = limit.evolve(this.#limit, event, about);
      }
    }
    return changes.flatMap(({ events }) => events);
  }
  join = (...each: readonly ReturnType<typeof body>[]) => each.forEach((who) => this.keep([joinQueue(this.held.queue, who, 'full')]));
  take(who: ReturnType<typeof body>): string {
    const came = takePlace(this.held.places, this.held.queue, who, 'booked');
    if (isRefusal(came)) return `${came.name} ${JSON.stringify(came.details)}`;
    return this.keep(came).map(({ type }) => type).join(', ');
  }
}
const full = (): Course => {
  const course = new Course(1);
  course.take(body(9));
  return course;
};

describe('a place', () => {
  it('is taken while one is left, and refused after', () => {
    const course = new Course(1);
    expect(course.take(first)).toBe('LimitMoved');
    expect(course.take(second)).toBe('no-place-left {"taken":1,"capacity":1}');
  });

  it('that is given back is kept for whoever waits longest, and nobody else takes it', () => {
    const course = full();
    course.join(first, second);
    expect(course.keep(givePlaceBack(course.held, 1, 'given up')).at(-1)).toEqual(QueueAdvanced({ holder, called: [first], because: 'given up' }));
    expect(course.take(second)).toBe('others-wait {"name":"Council 1"}');
    expect(course.take(third)).toBe('others-wait {"name":"Council 2"}');
    expect(course.take(first)).toBe('LimitMoved, KeptPlaceTaken');
    expect(course.free).toBe(0);
    expect(course.take(second)).toBe('no-place-left {"taken":1,"capacity":1}');
    expect(course.waiting).toEqual(['Council 2']);
  });

  it('is refused to a stranger while those that are left are kept for somebody who was called', () => {
    const course = full();
    course.join(first);
    course.keep(givePlaceBack(course.held, 1, 'given up'));
    expect(course.waiting).toEqual([]);
    expect(course.take(third)).toBe('others-wait {"name":"Council 1"}');
  });

  it('is taken by the first that waits, though nobody called it yet', () => {
    const course = new Course(2);
    course.join(first);
    expect(course.take(first)).toBe('LimitMoved, KeptPlaceTaken');
    expect(course.take(second)).toBe('LimitMoved');
  });
});

describe('a waiting list', () => {
  it('passes nobody over because a smaller wish would fit', () => {
    const course = new Course(3);
    course.join(body(1, 2), body(2, 2), body(3, 1));
    course.keep(callNext(course.held.queue, course.free, 'more places'));
    expect([course.free, course.waiting]).toEqual([1, ['Council 2', 'Council 3']]);
    expect(callNext(course.held.queue, course.free, 'more places')).toEqual([]);
  });

  it('forgets whoever leaves, gives back what was kept for it, and puts it last when it comes again', () => {
    const course = full();
    course.join(first, second, third);
    course.keep(leaveQueue(course.held, first, 'no longer wanted'));
    course.keep(givePlaceBack(course.held, 1, 'given up'));
    course.join(first);
    expect(course.waiting).toEqual(['Council 3', 'Council 1']);
    expect([course.free, keptFor(course.held.queue.state, second.who)?.name]).toEqual([0, 'Council 2']);
    expect(course.keep(leaveQueue(course.held, second, 'moved'))).toEqual([
      QueueLeft({ holder, who: second.who, name: second.name, because: 'moved' }),
      QueueAdvanced({ holder, called: [third], because: 'Council 2 gave up its place' }),
    ]);
    expect([course.free, course.waiting, isWaiting(course.held.queue.state, second.who)]).toEqual([0, ['Council 1'], false]);
    expect(leaveQueue(course.held, second, 'moved')).toEqual([]);
  });

  it('of five hundred is called in parts, each small enough for one record', () => {
    const course = new Course(500);
    course.join(...Array.from({ length: 501 }, (_, i) => body(1_000 + i)));
    const [called] = callNext(course.held.queue, course.free, 'opened');
    expect(called?.events.map(({ data }) => (data as { called: readonly unknown[] }).called.length)).toEqual([200, 200, 100]);
    course.keep(called ? [called] : []);
    expect([course.free, course.waiting]).toEqual([0, ['Council 1500']]);
  });

  it('never calls somebody who does not wait', () => {
    expect(() => queue.evolve(queue.initial, QueueAdvanced({ holder, called: [first], because: 'x' }), about)).toThrow('does not wait');
  });

  it('reads in the timeline with who joined and who was called', () => {
    expect(QueueJoined.say({ holder, ...first, because: 'the course is full' })).toBe('Council 1 (OR-2014-001) joined the waiting list of CH-2014-001: the course is full');
    expect(QueueAdvanced.say({ holder, called: [first, second], because: 'a sponsor pays' })).toBe('A place of CH-2014-001 is kept for Council 1, Council 2: a sponsor pays');
  });
});

describe('places and those who wait for them, whatever happens', () => {
  const steps = fc.array(fc.record({ does: fc.constantFrom('asks', 'gives back', 'leaves'), who: fc.integer({ min: 1, max: 9 }) }), { maxLength: 60 });

  it('none is lost or promised twice, none lies idle while somebody waits, and nobody is served before who joined earlier', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), steps, (all, happening) => {
      const course = new Course(all);
      const holding = new Set<number>();
      const expected: string[] = [];
      for (const { does, who } of happening) {
        const each = body(who);
        const { places, queue: line } = course.held;
        if (does === 'asks' && !holding.has(who)) {
          if (course.take(each).startsWith('LimitMoved')) holding.add(who);
          else if (!isWaiting(line.state, each.who) && !keptFor(line.state, each.who)) {
            course.join(each);
            expected.push(each.name);
          }
        }
        if (does === 'gives back' && holding.delete(who)) course.keep(givePlaceBack({ places, queue: line }, 1, 'given up'));
        if (does === 'leaves') course.keep(leaveQueue({ places, queue: line }, each, 'no longer wanted'));
        const stillThere = expected.filter((name) => course.waiting.includes(name));
        expected.splice(0, expected.length, ...stillThere);
        expect(course.waiting).toEqual(expected);
        expect(held(course.held.places, 'taken')).toBe(holding.size);
        expect(held(course.held.places, 'open') + holding.size).toBe(all);
        expect(course.free).toBeGreaterThanOrEqual(0);
        if (course.waiting.length > 0) expect(course.free).toBe(0);
      }
    }));
  });
});
