import { aRequest, anEvent, logsFrom, someEvents, stored, wholeLog, type NewLog } from './tested-log.js';
import { type Clock } from '../index.js';

/** A clock that says what it is told to, one reading after the other, and then stays. */
const clockSaying = (...readings: string[]): Clock => ({ now: () => (readings.length > 1 ? readings.shift() : readings[0]) as string });
const at = (time: string) => `2012-06-13T${time}.000Z`;

/** F4, F5: the log's own clock, and what was known when. */
export function timeContract(newLog: NewLog): void {
  const log = logsFrom(newLog);

  test('F4 when the clock steps back an hour, the log stays where it was and nothing else notices', async () => {
    const store = await (await log()).open({ clock: clockSaying(at('10:00:00'), at('09:00:00'), at('09:30:00'), at('10:00:01')) });
    for (let turn = 0; turn < 4; turn++) await stored(store, someEvents(1, 'award-1'));
    const recorded = (await wholeLog(store)).map(({ position, version, recordedAt }) => [position, version, recordedAt]);
    expect(recorded).toEqual([
      [1, 1, at('10:00:00')],
      [2, 2, at('10:00:00')],
      [3, 3, at('10:00:00')],
      [4, 4, at('10:00:01')],
    ]);
  });

  test('F4 a second store with a slower clock does not take the log back', async () => {
    const opened = await log();
    const [fast, slow] = [await opened.open({ clock: clockSaying(at('12:00:00')) }), await opened.open({ clock: clockSaying(at('11:00:00')) })];
    await stored(fast, someEvents(1, 'award-1'));
    expect(await stored(slow, someEvents(1, 'award-1'))).toMatchObject({ first: 2, recordedAt: at('12:00:00') });
  });

  test('F5 a clock that jumped ahead is believed, and the log waits there', async () => {
    const store = await (await log()).open({ clock: clockSaying('2031-01-01T00:00:00.000Z', at('10:00:00')) });
    await stored(store, someEvents(1, 'award-1'));
    expect(await stored(store, someEvents(1, 'award-1'))).toMatchObject({ recordedAt: '2031-01-01T00:00:00.000Z' });
  });

  test('a playbook may say when something was recorded, but not take the log back', async () => {
    const store = await (await log()).open({ clock: clockSaying(at('10:00:00')) });
    const told = (recordedAt: string) => store.append({ ...aRequest([anEvent('award-1')]), recordedAt });
    expect(await told('2010-01-21T12:00:00.000Z')).toMatchObject({ recordedAt: '2010-01-21T12:00:00.000Z' });
    expect(await told('2010-01-20T12:00:00.000Z')).toMatchObject({ recordedAt: '2010-01-21T12:00:00.000Z' });
    expect(await stored(store, someEvents(1, 'award-1'))).toMatchObject({ recordedAt: at('10:00:00') });
    await expect(told('2010-01-21')).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('what was known at an instant is everything recorded until then', async () => {
    const store = await (await log()).open();
    for (const time of ['09:00:00', '09:00:00', '10:00:00', '11:00:00']) await store.append({ ...aRequest([anEvent('award-1')]), recordedAt: at(time) });
    const known = (instant: string) => store.positionKnownAt(instant);
    expect(await Promise.all(['08:59:59', '09:00:00', '09:59:59', '10:00:00', '23:00:00'].map((time) => known(at(time))))).toEqual([0, 2, 2, 3, 4]);
    await expect(known('2012-06-13')).rejects.toMatchObject({ kind: 'invalid' });
    expect(await store.head()).toEqual({ position: 4, recordedAt: at('11:00:00') });
  });

  test('nothing was known in an empty log', async () => {
    expect(await (await (await log()).open()).positionKnownAt(at('10:00:00'))).toBe(0);
  });
}
