import { fact, toDate, toReference, type NewEvent } from '#kernel';
import { spring } from '#domain/programmes/testing';
import { ApplicationEntered, ApplicationLeft, ApplicationReentered, ApplicationsScreened } from './entries.events.js';
import { entries, entryOf, firstWaiting, leave, waitingBidOf, waitingEntries, type EntriesState } from './entries.js';
import { enteredBefore } from './testing/index.js';

const ap = (n: number) => toReference('AP', `AP-2012-${String(n).padStart(3, '0')}`);
const body = (n: number) => toReference('OR', `OR-2012-${String(n).padStart(3, '0')}`);
const name = (n: number) => `Council ${n}`;
const came = (n: number) => ApplicationEntered({ round: spring, application: ap(n), organisation: body(n), organisationName: name(n), number: n, bodies: n });
const went = (n: number) => ApplicationLeft({ round: spring, application: ap(n), organisationName: name(n), because: 'taken-forward' });
const screened = (n: number, met: boolean) => ApplicationsScreened({ round: spring, version: 1, page: 1, pages: 1, results: [{ application: ap(n), met, flags: 2 }] });
const after = (...events: readonly NewEvent[]): EntriesState =>
  events.reduce((state, event, i) => entries.evolve(state, event, { ref: spring, version: i + 1, on: toDate('2012-05-01'), by: 'person:officer' }), entries.initial);
const waiting = (state: EntriesState) => [...waitingEntries(state)].map(({ number }) => number);

describe('the register of applications for a round', () => {
  it('keeps who waits in the order in which they came', () => {
    const state = after(came(1), came(2), came(3), went(2));
    expect(waiting(state)).toEqual([1, 3]);
    expect(state).toMatchObject({ waiting: 2, bodies: 6, old: false });
    expect(entryOf(state, ap(2))).toMatchObject({ organisationName: 'Council 2', number: 2 });
  });

  it('says whose turn it is, and passes over those who are not eligible', () => {
    expect(firstWaiting(after(came(1), came(2), went(1)))?.number).toBe(2);
    expect(firstWaiting(after(came(1), came(2), screened(1, false)))?.number).toBe(2);
    expect(firstWaiting(after(came(1), went(1)))).toBeUndefined();
    expect(waiting(after(came(1), came(2), screened(1, false)))).toEqual([1, 2]);
  });

  it('leaves the turn as it was when an application is sent again', () => {
    const again = ApplicationReentered({ round: spring, application: ap(1), organisationName: name(1), title: 'Anew', eligible: true, flags: 1, bodies: 5 });
    const state = after(came(1), came(2), again);
    expect(firstWaiting(state)).toMatchObject({ number: 1, flags: 1, bodies: 5 });
    expect(state.bodies).toBe(7);
  });

  it('knows the bid of a body that waits, and forgets it once that is decided', () => {
    expect(waitingBidOf(after(came(1), came(2)), body(2))).toBe(ap(2));
    expect(waitingBidOf(after(came(1), came(2), went(2)), body(2))).toBeUndefined();
  });

  it('takes an application out once, however often it is said', () => expect(after(came(1), came(2), went(1), went(1))).toMatchObject({ waiting: 1, first: 1 }));

  it('says that it is old where entries of before do not tell who left', () => {
    const state = after(enteredBefore, came(2));
    expect(state.old).toBe(true);
    expect(waiting(state)).toEqual([1, 2]);
    expect(waitingBidOf(state, enteredBefore.data.organisation)).toBeUndefined();
  });

  it('takes an application out at the version that was read', () => {
    const register = fact(entries, spring, 2, after(came(1), came(2)));
    const entry = entryOf(register.state, ap(1));
    expect(entry && leave(register, entry, 'taken-forward')).toEqual({ stream: 'entries-RD-2012-001', of: entries, events: [went(1)] });
  });

  it('grows to ten thousand without a copy for each', () => {
    const state = after(...Array.from({ length: 10_000 }, (_, i) => came(i + 1)), ...Array.from({ length: 5_000 }, (_, i) => went(i + 1)));
    expect(state.waiting).toBe(5_000);
    expect(firstWaiting(state)?.number).toBe(5_001);
  });
});
