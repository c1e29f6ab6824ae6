import { reference, type AwardRef } from '#kernel';
import { questionOn } from '../question-on.js';
import { awardParties } from './award-parties.js';

/** A body that answers for an award or has a part in it, from when until when. */
export interface Party {
  readonly organisation: string;
  readonly name: string;
  /** "lead", or its role as a partner. */
  readonly role: string;
  readonly sinceOn: string;
  readonly untilOn: string | null;
}
export interface Tag {
  readonly set: string;
  readonly value: string;
  readonly sinceOn: string;
}
/** In the order in which they came; those that left stay in the list with their day. */
export interface Parties {
  readonly parties: readonly Party[];
  readonly tags: readonly Tag[];
}

class AwardAsked {
  @reference('AW', 'Award') award!: AwardRef;
}

export const partiesPage = questionOn('parties', {
  summary: 'The bodies that answer for an award or have a part in it, those that left among them, and how it is tagged.',
  permission: 'register:read',
  input: AwardAsked,
  from: [awardParties],
  takesAsOf: true,
  async ask(db, { award }, { asOf }): Promise<Parties> {
    const changes = await db
      .selectFrom('award_parties').select(['organisation', 'name', 'role', 'change', 'effective_on as on']).where('award', '=', award)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').orderBy('line').execute();
    const tagged = await db
      .selectFrom('award_tags').select(['tag_set as set', 'value', 'effective_on as on']).where('award', '=', award)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position').orderBy('line').execute();
    const tags = new Map(tagged.map((each) => [each.set, each]));
    return {
      parties: partiesFrom(changes),
      tags: [...tags.values()].flatMap(({ set, value, on }) => (value === null ? [] : [{ set, value, sinceOn: on }])).sort((a, b) => (a.set < b.set ? -1 : 1)),
    };
  },
});

type Change = Pick<Party, 'organisation' | 'name' | 'role'> & { readonly change: string; readonly on: string };

/** A body that leaves ends the last part that it had; one that comes again begins another. */
function partiesFrom(changes: readonly Change[]): readonly Party[] {
  const parties: Party[] = [];
  for (const { change, on, ...of } of changes) {
    const last = parties.findLastIndex(({ organisation, untilOn }) => organisation === of.organisation && untilOn === null);
    const had = parties[last];
    if (had && (change === 'left' || had.role !== of.role)) parties[last] = { ...had, untilOn: on };
    if (change === 'joined') parties.push({ ...of, sinceOn: on, untilOn: null });
  }
  return parties;
}
