import type { AskedAt, QuestionDeclaration } from '#kernel';
import { accountsPosted, journal, journalTotals, type JournalLine, type JournalTotals } from '../questions/journal.js';
import type { ExportHeading, JournalFormat } from './journal-format.js';
import { asCsv } from './as-csv.js';
import { asJson } from './as-json.js';
import { asPlainText } from './as-plain-text.js';

export const journalFormats = { csv: asCsv, json: asJson, journal: asPlainText } as const satisfies Record<string, JournalFormat>;
export type JournalFormatName = keyof typeof journalFormats;
export const isJournalFormat = (name: string): name is JournalFormatName => Object.hasOwn(journalFormats, name);

/** Asks a question on the clocks of the export. Every page must be asked at the same position. */
export type AskAt = <Input extends object, Answer, Db>(question: QuestionDeclaration<Input, Answer, Db>, input: object) => Promise<Answer>;

export type ExportOf = Omit<ExportHeading, keyof JournalTotals> & Pick<AskedAt, 'position'>;

/** The journal as text, piece by piece: no more than a page of it is ever held. */
export async function* exported(name: JournalFormatName, of: ExportOf, ask: AskAt): AsyncGenerator<string> {
  const format: JournalFormat = journalFormats[name];
  const part = of.account === undefined ? {} : { account: of.account };
  const heading = { ...of, ...(await ask(journalTotals, part)) };
  yield await format.begin(heading, () => ask(accountsPosted, {}));
  let isFirst = true;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const { lines, next }: { readonly lines: readonly JournalLine[]; readonly next?: number } = await ask(journal, { ...part, after });
    if (lines.length > 0) {
      yield format.page(lines, heading, isFirst);
      isFirst = false;
    }
    after = next;
  }
  yield format.end(heading);
}
