import { entries, versions, view, type RowsOf } from '#kernel';
import { application } from '#domain/applications';
import { award } from '#domain/awards';
import { organisation } from '#domain/organisations';
import { programme, round } from '#domain/programmes';
import { expert } from '#domain/support';
import { wordsOf } from './words-of.js';

const tables = {
  /** Everything that bears a name, and the programme that it is shown with; `words` are those that it bears, in small letters with blanks between. */
  things: versions({ columns: { reference: 'text', kind: 'text', name: 'text', within: 'text?', words: 'text' }, key: ['reference'] }),
  /** Each word of each thing, and those that it bore before it was renamed: an index instead of a search through all. */
  words: entries({ columns: { word: 'text', thing: 'text' }, indexes: [['word']] }),
};
type Rows = RowsOf<typeof tables>;

function name(rows: Rows, reference: string, kind: string, said: string, { alsoBears = [], within = null }: { alsoBears?: readonly string[]; within?: string | null } = {}): void {
  const words = wordsOf(reference, said, ...alsoBears);
  rows.things.put({ reference, kind, name: said, within, words: words.join(' ') });
  for (const word of words) rows.words.add({ word, thing: reference });
}

/** What things are called, by word. */
export const finder = view('finder', {
  version: 1,
  tables,
  from: [organisation, programme, round, application, award, expert],
  on: {
    OrganisationRegistered: (rows, { ref, data: { name: said } }) => name(rows, ref, 'organisation', said),
    OrganisationRenamed: (rows, { ref, data: { name: said, formerName } }) => name(rows, ref, 'organisation', said, { alsoBears: [formerName] }),
    ProgrammeDefined: (rows, { ref, data: { name: said } }) => name(rows, ref, 'programme', said),
    RoundOpened: (rows, { ref, data: { name: said, programme: of } }) => name(rows, ref, 'round', `${said} (${of})`, { within: of }),
    ApplicationNominated: (rows, { ref, data: { organisationName, title, partners } }) => name(rows, ref, 'application', `${organisationName}: ${title}`, { alsoBears: partners.map((partner) => partner.name) }),
    AwardRecommended: (rows, { ref, data: { recipientName, title, partners } }) => name(rows, ref, 'award', `${recipientName}: ${title}`, { alsoBears: partners.map((partner) => partner.name) }),
    ExpertAddedToPool: (rows, { ref, data: { title, programme: of } }) => name(rows, ref, 'expert', `${title} (${of})`, { within: of }),
  },
});
