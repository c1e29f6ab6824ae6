import { code, optional, reference, toDate, type Code, type IsoDate, type RoundRef } from '#kernel';
import { changedSlots, inWords, type SchemeTerms, type Section } from '#domain/programmes';
import { questionOn, type Known } from '../question-on.js';
import { formOf } from './form-page.js';
import { schemes } from './schemes.js';

/** One version of terms: since when, why, and what of it differs from the version before. */
export interface SchemeVersion {
  readonly version: number;
  readonly since: string;
  readonly reason: string | null;
  /** Slots of the terms, such as "money" or "eligibility"; none for the first version. */
  readonly changed: readonly string[];
}

/** The terms of a programme or of a round, in plain words. */
export interface SchemeInWords {
  /** The programme's code, or the round's reference. */
  readonly of: string;
  readonly programme: string;
  readonly name: string;
  readonly version: number;
  readonly since: string;
  /** Of a round: the version of the programme's design that it took over. */
  readonly designed: number | null;
  readonly sections: readonly Section[];
  readonly terms: SchemeTerms;
  /** Newest first. */
  readonly versions: readonly SchemeVersion[];
}

class SchemeAsked {
  @optional(code('Programme')) programme?: Code;
  @optional(reference('RD', 'Round', { hint: 'The terms of a round, which may differ from those of its programme' })) round?: RoundRef;
}

export const schemePage = questionOn('scheme', {
  summary: 'The terms of a programme, or of a round, in plain words, with every version and why it changed.',
  permission: 'register:read',
  input: SchemeAsked,
  from: [schemes],
  takesAsOf: true,
  async ask(db, { programme, round }, { asOf }): Promise<SchemeInWords | undefined> {
    const of = round ?? programme;
    if (of === undefined) return undefined;
    const holder = await db.selectFrom('scheme_holders').select(['programme', 'name', 'opens_on as opensOn', 'last_day as closesOn']).where('holder', '=', of).executeTakeFirst();
    const stated = await versionsOf(db, of, asOf?.on);
    const [newest] = stated;
    if (!holder || !newest) return undefined;
    const inRound = round === undefined ? {} : await roundWords(db, round, holder, asOf?.on);
    return {
      of, programme: holder.programme, name: holder.name, version: newest.version, since: newest.since, designed: stated.at(-1)?.designed ?? null,
      sections: inWords(newest.terms, inRound), terms: newest.terms,
      versions: stated.map(({ version, since, reason, terms }, i) => ({ version, since, reason, changed: changedSince(stated[i + 1]?.terms, terms) })),
    };
  },
});

const changedSince = (before: SchemeTerms | undefined, after: SchemeTerms): readonly string[] => (before ? changedSlots(before, after) : []);

/** Newest first. */
async function versionsOf(db: Known<[typeof schemes]>, holder: string, on: IsoDate | undefined) {
  const rows = await db
    .selectFrom('scheme_versions').select(['version', 'terms', 'designed', 'reason', 'effective_on as since']).where('holder', '=', holder)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('version', 'desc').execute();
  return rows.map(({ terms, ...rest }) => ({ ...rest, terms: JSON.parse(terms) as SchemeTerms }));
}

async function roundWords(db: Known<[typeof schemes]>, round: RoundRef, { opensOn, closesOn }: { readonly opensOn: string | null; readonly closesOn: string | null }, on: IsoDate | undefined) {
  const raised = await db
    .selectFrom('capacities').select('capacity').where('round', '=', round)
    .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('position', 'desc').executeTakeFirst();
  const [form] = await formOf(db, round, on);
  const dated = (day: string | null): IsoDate | undefined => (day === null ? undefined : toDate(day));
  return { opensOn: dated(opensOn), closesOn: dated(closesOn), form: form?.questions, capacity: raised?.capacity };
}
