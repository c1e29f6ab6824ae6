import { count, optional, text } from '#kernel';
import { questionOn, type Known } from '../question-on.js';
import { finder } from './finder.js';
import { wordsOf } from './words-of.js';

/** Something that bears the words. */
export interface FoundThing {
  readonly reference: string;
  /** organisation, programme, round, application, award, expert, cohort, framework or funding. */
  readonly kind: string;
  readonly name: string;
  /** Its programme, of a round, an expert, a cohort, a framework or a funding. */
  readonly within: string | null;
}
export interface Finding {
  readonly found: readonly FoundThing[];
  /** There may be more: the rarest of the words is so common that not everything was looked at. */
  readonly more: boolean;
}

class WordsAsked {
  @text('Words', { hint: 'Beginnings of words, in any order' }) words!: string;
  @optional(count('At most', { min: 1, max: 200 })) most?: number;
}

/** Things that are looked at for one search: a common word costs no more in a long log. */
const lookedAt = 1_000;
const highest = '\u{10ffff}';

const bearing = (db: Known<[typeof finder]>, word: string) =>
  db.selectFrom('words').select('thing').where('word', '>=', word).where('word', '<', `${word}${highest}`).orderBy('word').orderBy('position').orderBy('line').limit(lookedAt).execute();

/** Those of some things that bear a word too. */
async function those(db: Known<[typeof finder]>, things: readonly string[], word: string): Promise<string[]> {
  if (things.length === 0) return [];
  const bearers = await db.selectFrom('words').select('thing').where('thing', 'in', things).where('word', '>=', word).where('word', '<', `${word}${highest}`).execute();
  return [...new Set(bearers.map(({ thing }) => thing))];
}

export const search = questionOn('search', {
  summary: 'Organisations, programmes, rounds, applications, awards, experts, cohorts, frameworks and fundings whose names hold words that begin with these.',
  permission: 'register:read',
  input: WordsAsked,
  from: [finder],
  async ask(db, { words, most = 50 }): Promise<Finding> {
    const asked = wordsOf(words).slice(0, 8);
    if (asked.length === 0) return { found: [], more: false };
    const candidates = await Promise.all(asked.map((word) => bearing(db, word)));
    const fewest = candidates.reduce((a, b) => (b.length < a.length ? b : a));
    let references = [...new Set(fewest.map(({ thing }) => thing))];
    for (const word of asked) if (candidates[asked.indexOf(word)] !== fewest) references = await those(db, references, word);
    const found = references.length === 0 ? [] : await db.selectFrom('things').select(['reference', 'kind', 'name', 'within']).where('reference', 'in', references).orderBy('reference').execute();
    return { found: found.slice(0, most), more: fewest.length === lookedAt || found.length > most };
  },
});
