import Database from 'better-sqlite3';
import { toDate } from '#kernel';
import { readAsOf, type AnyQuestion, type AskOptions, type Query, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../platform/view-store/testing/opened-views.js';
import { choosingViews, waitingList } from './choosing/index.js';
import { applicationsList, competition, intake, registerViews, roundPage } from './registers/index.js';
import { applicationsFor, bidOf, longRound } from './testing/long-round.js';
import { answerOf, tell } from './testing/told.js';

const many = 3_000;

/** The lists of a round with so many applications; what each asking read is remembered. */
class Round {
  readonly #opened = new OpenedViews();
  readonly #queries: Query[] = [];
  #onADay: AskOptions = {};
  #views!: ViewStore;
  #tables!: Database.Database;

  static async of(applications: number): Promise<Round> {
    const round = new Round();
    const store = round.#opened.log();
    await tell(store, applicationsFor(applications));
    round.#views = await round.#opened.started({ store, views: [...registerViews, ...choosingViews], onQuery: (query) => round.#queries.push(query) });
    expect(await round.#views.caughtUp(60_000)).toBe(true);
    expect((await round.#views.status()).views.filter(({ fault, absences }) => fault !== undefined || absences > 0)).toEqual([]);
    round.#tables = new Database(round.#opened.file(), { readonly: true });
    const day = await readAsOf(toDate('2014-12-31'), store);
    if (!day.ok) throw new Error(day.message);
    round.#onADay = { asOf: day.asOf };
    return round;
  }
  async close(): Promise<void> {
    this.#tables.close();
    await this.#opened.close();
  }

  async asked<Input extends object, Answer>(question: AnyQuestion<Input, Answer>, input: object, isOnADay = false): Promise<Answer> {
    this.#queries.length = 0;
    return answerOf(await this.#views.ask(question, input, isOnADay ? this.#onADay : {}));
  }
  /** Rows that the tables gave for the newest asking, and what had to be put in order first. */
  cost(): { readonly rows: number; readonly sorted: readonly string[] } {
    const selects = this.#queries.filter(({ sql }) => sql.startsWith('select') && !sql.includes('from "builds"'));
    expect(selects.length).toBeGreaterThan(0);
    const rows = selects.reduce((sum, { sql, parameters }) => sum + this.#tables.prepare(sql).all(...parameters).length, 0);
    const planOf = ({ sql, parameters }: Query) => this.#tables.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
    return { rows, sorted: selects.filter((query) => planOf(query).some(({ detail }) => detail.includes('FOR ORDER BY'))).map(({ sql }) => sql) };
  }
}

/** Beyond the rows of a page a list counts at most a thousand, and looks up a handful for each row that it shows. */
const bound = 2_200;
const lists: readonly (readonly [AnyQuestion, object])[] = [
  [roundPage, { round: longRound }],
  [applicationsList, { round: longRound }],
  [applicationsList, { round: longRound, page: '2' }],
  [competition, { round: longRound }],
  [competition, { round: longRound, page: '2' }],
  [competition, { round: longRound, application: bidOf(7) }],
  [waitingList, { holder: longRound }],
  [waitingList, { holder: longRound, page: '2' }],
  [waitingList, { holder: longRound, who: bidOf(140) }],
  [intake, { round: longRound }],
] as unknown as readonly (readonly [AnyQuestion, object])[];

describe('The pages of a round to which thousands apply', () => {
  let round: Round;
  beforeAll(async () => {
    round = await Round.of(many);
  }, 120_000);
  afterAll(() => round.close());

  it.each(lists.flatMap(([question, input]) => [false, true].map((isOnADay) => [question.name, input, isOnADay, question] as const)))(
    '"%s" of %j reads a bounded number of rows and puts none in order (on a business date: %s)', async (_, input, isOnADay, question) => {
      await round.asked(question, input, isOnADay);
      const { rows, sorted } = round.cost();
      expect(rows).toBeLessThan(bound);
      expect(sorted).toEqual([]);
    });

  it.each([false, true])('a competition goes on beyond those that are ranked, and the round has more (on a business date: %s)', async (isOnADay) => {
    expect(await round.asked(roundPage, { round: longRound }, isOnADay)).toMatchObject({ applications: 1_100, moreApplications: true });
    const page = async (number: number): Promise<readonly (readonly [string, number | null])[]> =>
      (await round.asked(competition, { round: longRound, page: String(number) }, isOnADay)).rows.map(({ reference, rank }) => [reference, rank]);
    expect((await page(1)).slice(0, 2)).toEqual([[bidOf(many - 10), 1], [bidOf(many - 11), 2]]);
    expect((await page(2))[0]).toEqual([bidOf(many - 110), 101]);
    const last = await page(30);
    expect([last.length, last[89], last[90], last[99]]).toEqual([100, [bidOf(1), many - 10], [bidOf(many - 9), null], [bidOf(many), null]]);
    expect(await page(31)).toEqual([]);
    const beyond = (await round.asked(competition, { round: longRound, page: '300', size: '10' }, isOnADay)).rows.map(({ reference }) => reference);
    expect(beyond).toEqual(Array.from({ length: 10 }, (_, i) => bidOf(many - 9 + i)));
    const everybody = (await round.asked(competition, { round: longRound, size: '50000' }, isOnADay)).rows;
    expect([everybody.length, new Set(everybody.map(({ reference }) => reference)).size]).toEqual([many, many]);
    expect(everybody.every(({ pointsHundredths }) => pointsHundredths === 8_000)).toBe(true);
  });

  it.each([false, true])('turns go on from page to page, after those for whom a place is kept (on a business date: %s)', async (isOnADay) => {
    const page = async (number: number) => await round.asked(waitingList, { holder: longRound, page: String(number) }, isOnADay);
    const first = await page(1);
    expect(first).toMatchObject({ capacity: 2, taken: 0, free: 0, called: 2, kept: 2, waiting: 1_100, moreWaiting: true, more: true });
    expect(first.rows.slice(0, 3).map(({ turn, who }) => [turn, who])).toEqual([[null, bidOf(1)], [null, bidOf(2)], [1, bidOf(3)]]);
    expect((await page(2)).rows.map(({ turn }) => turn)).toEqual(Array.from({ length: 100 }, (_, i) => 99 + i));
    expect(await page(30)).toMatchObject({ waiting: many - 2, moreWaiting: false, total: many });
    expect(await round.asked(waitingList, { holder: longRound, who: bidOf(2_000) }, isOnADay)).toMatchObject({ rows: [{ turn: 1_998 }] });
  });

  it('is taken up on a business date as it is now', async () => {
    expect(await round.asked(intake, { round: longRound }, true)).toEqual(await round.asked(intake, { round: longRound }));
    expect(await round.asked(intake, { round: longRound })).toMatchObject({ applications: many, bodies: many, withdrawn: 1, waiting: many - 1 });
  });
});
