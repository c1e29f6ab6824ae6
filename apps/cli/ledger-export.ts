import { exported, isJournalFormat, journalFormats } from '#views/ledgers';
import type { QuestionDeclaration } from '#kernel';
import type { AnyQuestion } from '#platform/view-store';
import { Complaint } from './complaint.js';
import { exitCodes } from './exit-codes.js';
import type { Clocks } from './knowing.js';
import type { Installation } from './opening.js';

/** Asks a question and waits for the views; words that it does not take are bad input. */
export async function asked<Input extends object, Result>({ views }: Pick<Installation, 'views'>, question: AnyQuestion<Input, Result>, input: object, { known, so }: Clocks): Promise<Result> {
  await views.caughtUp();
  const came = await views.ask(question, input, { ...(known.position === undefined ? {} : { knownAt: known.position }), ...(so ? { asOf: so.asOf } : {}) });
  if (came.outcome === 'invalid') throw new Complaint(exitCodes.badInput, came.problems.map(({ message }) => message).join('. '));
  return came.answer;
}

/** The journal in a format for other programs, piece by piece; every page as known at one position, whatever is stored meanwhile. */
export async function exportJournal(installation: Installation, format: string, account: string | undefined, { known, so }: Clocks, write: (piece: string) => void): Promise<void> {
  if (!isJournalFormat(format)) throw new Complaint(exitCodes.badInput, `There is no format "${format}". There are: ${Object.keys(journalFormats).join(', ')}`);
  if (format === 'journal' && account !== undefined) throw new Complaint(exitCodes.badInput, 'A journal of one account does not balance, so other programs would not take it: leave --account out, or take --format csv');
  const { origin, kind, store } = installation;
  const position = known.position ?? (await store.head()).position;
  const pinned: Clocks = { known: { position, words: known.words }, ...(so ? { so } : {}) };
  const timeless: Clocks = { known: pinned.known };
  const ask = <Input extends object, Answer, Db>(question: QuestionDeclaration<Input, Answer, Db>, input: object): Promise<Answer> =>
    asked(installation, question as unknown as AnyQuestion<Input, Answer>, input, question.takesAsOf === true ? pinned : timeless);
  const of = { origin, kind, position, knownAt: known.words, ...(account === undefined ? {} : { account }), ...(so ? { asOf: so.words } : {}) };
  for await (const piece of exported(format, of, ask)) if (piece !== '') write(piece);
}
