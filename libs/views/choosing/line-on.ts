import { sql } from 'kysely';
import type { IsoDate } from '#kernel';
import type { Line, Lists } from './line.js';
import type { InLine } from './waiting-lists.js';

const changes = { called: 'called', waiting: 'joined' } as const;

/**
 * From what had happened by a business date: of everybody the newest move stands. A page goes through those who joined or were called
 * until it is full, so that a list from which many have gone costs more than what it shows.
 */
export function lineOn(db: Lists, holder: string, on: IsoDate): Line {
  const moves = db.selectFrom('queue_moves as move').where('move.holder', '=', holder).where('move.effective_on', '<=', on);
  const newest = moves.where(({ exists, not, selectFrom }) =>
    not(exists(
      selectFrom('queue_moves as later').select('later.position').whereRef('later.holder', '=', 'move.holder').whereRef('later.who', '=', 'move.who')
        .whereRef('later.position', '>', 'move.position').where('later.effective_on', '<=', on))));
  const standing = (which: InLine) => newest.where('move.change', '=', changes[which]);
  const rows = newest.select(['move.who', 'move.name', 'move.places', 'move.because', 'move.position as since'])
    .select(({ selectFrom, case: when, ref, fn }) => [
      fn.coalesce(
        selectFrom('queue_moves as joining').select('joining.effective_on')
          .whereRef('joining.holder', '=', 'move.holder').whereRef('joining.who', '=', 'move.who').whereRef('joining.position', '<=', 'move.position')
          .where('joining.change', '=', 'joined').where('joining.effective_on', '<=', on).orderBy('joining.position', 'desc').limit(1),
        'move.effective_on').as('joinedOn'),
      when().when('move.change', '=', 'called').then(ref('move.effective_on')).else(null).end().as('calledOn'),
    ]);
  return {
    rows: (which, { limit, offset }) =>
      rows.where('move.change', '=', changes[which]).orderBy('move.position').orderBy('move.line').limit(limit).offset(offset).execute(),
    one: (who) => rows.where('move.who', '=', who).where('move.change', 'in', ['called', 'joined']).executeTakeFirst(),
    count: async (which, most) => (await standing(which).select('move.position').limit(most).execute()).length,
    async before(since) {
      const earlier = standing('waiting').where('move.position', '<', since);
      return (await earlier.select(({ fn }) => fn.countAll<number>().as('many')).executeTakeFirstOrThrow()).many;
    },
    kept: async () => (await standing('called').select(({ fn }) => fn.sum<number | null>('move.places').as('kept')).executeTakeFirstOrThrow()).kept ?? 0,
    async room() {
      const newestRoom = await db
        .selectFrom('capacities').select('capacity').where('holder', '=', holder).where('effective_on', '<=', on)
        .orderBy('position', 'desc').orderBy('line', 'desc').limit(1).executeTakeFirst();
      if (!newestRoom) return undefined;
      const { taken } = await db
        .selectFrom('place_moves').where('holder', '=', holder).where('effective_on', '<=', on)
        .select(({ fn }) => fn.sum<number | null>(sql<number>`case when change = 'taken' then 1 else -1 end`).as('taken')).executeTakeFirstOrThrow();
      return { ...newestRoom, taken: taken ?? 0 };
    },
  };
}
