import type { Office } from './office.js';
import { hashOf } from './secrets.js';

export interface Knocks {
  /** How often, this one included, since the first of them. */
  readonly count: number;
  /** Until counting begins anew. */
  readonly milliseconds: number;
}

/** Counts who comes to the door, on all servers together. */
export const knocking = ({ db }: Office, now: () => number) => ({
  async knock(from: string, withinMilliseconds: number): Promise<Knocks> {
    const at = now();
    const until = at + withinMilliseconds;
    // One statement, so that two who knock at once count as two.
    const { count, until: end } = await db
      .insertInto('knocks')
      .values({ key_hash: hashOf(from), count: 1, until })
      .onConflict((known) =>
        known.column('key_hash').doUpdateSet(({ eb, case: when }) => ({
          count: when().when('knocks.until', '<=', at).then(1).else(eb('knocks.count', '+', 1)).end(),
          until: when().when('knocks.until', '<=', at).then(until).else(eb.ref('knocks.until')).end(),
        })),
      )
      .returning(['count', 'until'])
      .executeTakeFirstOrThrow();
    return { count, milliseconds: end - at };
  },
});
