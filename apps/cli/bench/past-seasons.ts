import { randomUUID } from 'node:crypto';
import { addDays, financialYear } from '#kernel';
import { shippedRoles } from '#domain/people';
import { memoryAccessLog, roleTable } from '#platform/access';
import { Engine } from '#platform/engine';
import { categoryOf, openGenesis, systemClock, type EventToAppend } from '#platform/event-store';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { sceneOn } from './made-up.js';
import { aSeason, type SeasonSize } from './made-up-season.js';
import { playScene, readScene } from './scenes.js';

/** The season that was played. No reference, code or amount of it has these digits anywhere else. */
const played = { date: /2012-\d\d-\d\d/g, year: /(?<=[A-Z]-)2012/g, financialYear: 'FY1213', codes: /(?<=[".-])(season|SEASON)-/g };
/** References of seasons count on from here, far from any year in which measuring is done: the two share no numbers. */
const firstYear = 1000;
/** Each season takes so many days, so that the seasons of five million events are over before measuring begins. */
const daysOfSeason = 5;
/** The day after the scene was set. */
const firstDay = addDays(sceneOn, 1);
/** One event in so many is recorded some days after it took effect. */
const late = { every: 20, days: 3 };

/** An event of the past, and when it was recorded (ISO instant). */
export interface PastEvent {
  readonly recordedAt: string;
  readonly event: EventToAppend;
}

/** How many events and commands it took to see so many awards through. */
export interface SeasonShape {
  readonly events: number;
  readonly commands: number;
  readonly awards: number;
}

/**
 * Seasons that went before, as the engine decided them: one is played through it in memory, and every event of it is told
 * again for the next under that one's references and dates. A log of a million events is made within a minute.
 */
export class PastSeasons {
  private constructor(
    private readonly season: readonly string[],
    /** What one season comes to. */
    readonly shape: SeasonShape,
  ) {}

  static async played(size: SeasonSize): Promise<PastSeasons> {
    const store = openMemoryEventStore();
    await openGenesis(store, { origin: 'tallystick.local/bench', kind: 'live' });
    const engine = new Engine({ store, clock: systemClock, access: memoryAccessLog(), authority: roleTable(shippedRoles), kind: 'live' });
    await playScene(readScene(aSeason(size)), { engine, store, kind: 'live' });
    const events: string[] = [];
    const [commands, awards] = [new Set<string | undefined>(), new Set<string>()];
    for (let after = 1; ; ) {
      const page = await store.readAll({ after, limit: 1_000 });
      for (const { stream, type, schema, effectiveOn, meta, data } of page.events) {
        events.push(JSON.stringify({ stream, type, schema, effectiveOn, meta, data }));
        commands.add(meta['$correlationId']);
        if (categoryOf(stream) === 'award') awards.add(stream);
      }
      if (page.caughtUp) return new PastSeasons(events, { events: events.length, commands: commands.size, awards: awards.size });
      after = page.next;
    }
  }

  /** The n-th event of all seasons, counted from 0. */
  event(n: number): PastEvent {
    const { length } = this.season;
    const [seasons, place] = [Math.floor(n / length), n % length];
    const opened = addDays(firstDay, seasons * daysOfSeason);
    const recordedOn = addDays(opened, Math.floor((place * daysOfSeason) / length));
    const effectiveOn = place % late.every === 0 ? addDays(recordedOn, -late.days) : recordedOn;
    const year = String(firstYear + seasons);
    const told = (this.season[place] as string)
      .replaceAll(played.date, effectiveOn)
      .replaceAll(played.year, year)
      .replaceAll(played.financialYear, financialYear(opened))
      .replaceAll(played.codes, `$1${year}-`);
    return { recordedAt: `${recordedOn}T12:00:00.000Z`, event: { id: randomUUID(), ...(JSON.parse(told) as Omit<EventToAppend, 'id'>) } };
  }
}
