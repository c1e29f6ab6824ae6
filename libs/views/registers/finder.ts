import { entries, versions, view, type Happened, type RowsOf } from '#kernel';
import { application } from '#domain/applications';
import { award } from '#domain/awards';
import { funding } from '#domain/funding';
import { organisation } from '#domain/organisations';
import { programme, round } from '#domain/programmes';
import { cohort, expert, framework } from '#domain/support';
import { wordsOf } from './words-of.js';

const tables = {
  /** Everything that bears a name, and the programme that it is shown with. */
  things: versions({ columns: { reference: 'text', kind: 'text', name: 'text', within: 'text?' }, key: ['reference'] }),
  /** Each word of each thing, in small letters, also those of names that it had or that a document prints: an index instead of a search through all. */
  words: entries({ columns: { word: 'text', thing: 'text' }, indexes: [['word'], ['thing', 'word']] }),
};
type Rows = RowsOf<typeof tables>;

function name(rows: Rows, reference: string, kind: string, said: string, { alsoBears = [], within = null }: { alsoBears?: readonly string[]; within?: string | null } = {}): void {
  rows.things.put({ reference, kind, name: said, within });
  bears(rows, reference, reference, said, ...alsoBears);
}

function bears(rows: Rows, reference: string, ...texts: readonly string[]): void {
  for (const word of wordsOf(...texts)) rows.words.add({ word, thing: reference });
}

interface Project {
  readonly lead: string;
  readonly title: string;
  readonly partners: readonly { readonly name: string }[];
}
/** Who leads it and what for; those who take part are words that it bears. */
const project = (rows: Rows, reference: string, kind: string, { lead, title, partners }: Project): void => name(rows, reference, kind, `${lead}: ${title}`, { alsoBears: partners.map((partner) => partner.name) });
const bid = (rows: Rows, { ref, data: { organisationName, ...rest } }: Happened<Omit<Project, 'lead'> & { readonly organisationName: string }>): void => project(rows, ref, 'application', { ...rest, lead: organisationName });

/** What things are called, by word. */
export const finder = view('finder', {
  version: 2,
  tables,
  from: [organisation, programme, round, application, award, expert, cohort, framework, funding],
  on: {
    OrganisationRegistered: (rows, { ref, data: { name: said } }) => name(rows, ref, 'organisation', said),
    OrganisationRenamed: (rows, { ref, data: { name: said } }) => name(rows, ref, 'organisation', said),
    NamePrinted: (rows, { ref, data: { name: printed } }) => bears(rows, ref, printed),
    IdentifierRecorded: (rows, { ref, data: { identifier } }) => bears(rows, ref, identifier),
    ProgrammeDefined: (rows, { ref, data: { name: said } }) => name(rows, ref, 'programme', said),
    RoundOpened: (rows, { ref, data: { name: said, programme: of } }) => name(rows, ref, 'round', `${said} (${of})`, { within: of }),
    ApplicationNominated: bid,
    ApplicationSubmitted: bid,
    ApplicationResubmitted: bid,
    AwardRecommended: (rows, { ref, data: { recipientName, ...rest } }) => project(rows, ref, 'award', { ...rest, lead: recipientName }),
    CohortPlanned: (rows, { ref, data: { name: said, programme: of } }) => name(rows, ref, 'cohort', `${said} (${of})`, { within: of }),
    FrameworkPlanned: (rows, { ref, data: { name: said, programme: of } }) => name(rows, ref, 'framework', `${said} (${of})`, { within: of }),
    FundingOffered: (rows, { ref, data: { funderName, purpose, programme: of } }) =>
      name(rows, ref, 'funding', `${funderName}: ${purpose} (${of})`, { within: of }),
    ExpertAddedToPool: (rows, { ref, data: { title, programme: of } }) => name(rows, ref, 'expert', `${title} (${of})`, { within: of }),
  },
});
