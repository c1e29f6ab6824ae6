import { code, type Code } from '#kernel';
import { questionOn } from '../question-on.js';
import { awardRegister } from '../registers/award-register.js';
import type { AwardRow } from '../registers/award-row.js';
import { awardsOf, stands, worth } from '../registers/programme-awards.js';
import { awardParties } from './award-parties.js';

/** What awards with one tag come to. Pence. */
export interface TagTotal {
  readonly value: string;
  readonly awards: number;
  /** Signed, or else agreed, or else the ceiling. */
  readonly worthMinor: number;
  readonly committedMinor: number;
}
/** The awards of a programme that stand, by the tags of a set; `untagged` are those without one, so that all come to the programme. */
export interface TagTotals {
  readonly programme: string;
  readonly set: string;
  readonly rows: readonly TagTotal[];
  readonly untagged: number;
}
class TagsAsked {
  @code('Programme') programme!: Code;
  @code('Set of tags') set!: Code;
}

export const tagTotals = questionOn('tag-totals', {
  summary: 'What the awards of a programme come to by the tags of a set.',
  permission: 'register:read',
  input: TagsAsked,
  from: [awardRegister, awardParties],
  takesAsOf: true,
  async ask(db, { programme, set }, { asOf }): Promise<TagTotals> {
    const awards = (await awardsOf(db, programme, asOf?.on)).filter(stands);
    const given = await db
      .selectFrom('award_tags').select(['award', 'value']).where('tag_set', '=', set)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').orderBy('line').execute();
    return { programme, set, ...totalsBy(given, awards) };
  },
});

class ProgrammeAsked {
  @code('Programme') programme!: Code;
}

export const programmeTags = questionOn('programme-tags', {
  summary: 'What the awards of a programme come to by every set of tags that they have.',
  permission: 'register:read',
  input: ProgrammeAsked,
  from: [awardRegister, awardParties],
  takesAsOf: true,
  async ask(db, { programme }, { asOf }): Promise<readonly TagTotals[]> {
    const awards = (await awardsOf(db, programme, asOf?.on)).filter(stands);
    const given: Given[] = [];
    for (let from = 0; from < awards.length; from += 500) {
      const some = awards.slice(from, from + 500).map(({ reference }) => reference);
      given.push(...(await db
        .selectFrom('award_tags').select(['award', 'tag_set as set', 'value']).where('award', 'in', some)
        .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').orderBy('line').execute()));
    }
    const sets = [...Map.groupBy(given, ({ set }) => set)].sort(([a], [b]) => (a < b ? -1 : 1));
    return sets.map(([set, tags]) => ({ programme, set, ...totalsBy(tags, awards) })).filter(({ rows }) => rows.length > 0);
  },
});

interface Given extends Tag {
  readonly set: string;
}
interface Tag {
  readonly award: string;
  /** Null where it was taken off. */
  readonly value: string | null;
}

/** Awards by the tag that each had last. */
function totalsBy(given: readonly Tag[], awards: readonly AwardRow[]): Pick<TagTotals, 'rows' | 'untagged'> {
  const tags = new Map(given.map(({ award, value }) => [award, value]));
  const totals = new Map<string, TagTotal>();
  let untagged = 0;
  for (const award of awards) {
    const value = tags.get(award.reference) ?? null;
    if (value === null) untagged += 1;
    else {
      const { awards: before, worthMinor, committedMinor } = totals.get(value) ?? { awards: 0, worthMinor: 0, committedMinor: 0 };
      totals.set(value, { value, awards: before + 1, worthMinor: worthMinor + worth(award), committedMinor: committedMinor + award.committedMinor });
    }
  }
  return { rows: [...totals.values()].sort((a, b) => (a.value < b.value ? -1 : 1)), untagged };
}
