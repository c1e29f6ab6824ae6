import { isDate, type QuestionDeclaration } from '#kernel';
import type { EventStore } from '#platform/event-store';
import type { Installation } from '#platform/installation';
import { CannotSucceed, type Handle, type Job, type JobInput } from '#platform/jobs';
import type { Shelf } from '#platform/shelf';
import type { AnyQuestion } from '#platform/view-store';
import { exported, isJournalFormat, type JournalFormatName } from '#views/ledgers';
import { exportKind } from './kinds.js';

/** How long a file can be fetched. */
export const exportKeptDays = 7;
const types: Readonly<Record<JournalFormatName, string>> = { csv: 'text/csv; charset=utf-8; header=present', json: 'application/json; charset=utf-8', journal: 'text/plain; charset=utf-8' };

export interface ExportAsked {
  readonly format: JournalFormatName;
  /** Everything up to this position. */
  readonly position: number;
  /** Tells the event there from the one that another history has there: an older copy of the log may have been restored since. */
  readonly mark: string;
  /** The moment in words, as the heading of the file says it. */
  readonly knownAt: string;
  /** Id of the person who asked: the file is theirs. */
  readonly by: string;
  readonly asOf?: { readonly on: string; readonly recordedUpTo: number; readonly words: string };
}

/** The same journal asked for twice by one person is written once: it cannot change, since its last event is named. */
export const exportOf = ({ format, position, mark, knownAt, by, asOf }: ExportAsked): Job => ({
  kind: exportKind.name,
  key: `${by} ${format} @${position} ${mark}${asOf ? ` as of ${asOf.on}` : ''}`,
  input: { format, position, knownAt, by, ...(asOf ? { asOfOn: asOf.on, asOfRecordedUpTo: asOf.recordedUpTo, asOfWords: asOf.words } : {}) },
});

/** The mark of the event at a position. */
export async function markAt(store: Pick<EventStore, 'readRecords'>, position: number): Promise<string> {
  const [record] = position < 1 ? [] : await store.readRecords({ after: position - 1, limit: 1 });
  return Buffer.from(record?.leaf ?? []).toString('hex').slice(0, 16);
}

/** Name of the file on the shelf. */
export const exportName = (id: string): string => `exports/${id}`;

/** Writes the whole journal to the shelf, as known at one position, whatever is stored meanwhile. */
export const exportJournal = ({ installation, shelf }: { readonly installation: Pick<Installation, 'origin' | 'kind' | 'views'>; readonly shelf: Shelf }): Handle => async (input, { id, signal, progress }) => {
  const { origin, kind, views } = installation;
  const { format, position, knownAt, asOf } = understood(input);
  const name = exportName(id);
  if (await shelf.find(name)) return { said: 'It had been written before', made: name };
  const ask = async <Input extends object, Answer, Db>(question: QuestionDeclaration<Input, Answer, Db>, of: object): Promise<Answer> => {
    signal.throwIfAborted();
    if ('after' in of && typeof of.after === 'number') progress(Math.min(of.after, position), position);
    const clocks = { knownAt: position, ...(asOf && question.takesAsOf === true ? { asOf: { on: asOf.on, recordedUpTo: asOf.recordedUpTo } } : {}) };
    const came = await views.ask(question as unknown as AnyQuestion<Input, Answer>, of, { ...clocks, waitMilliseconds: 60_000 });
    if (came.outcome === 'invalid') throw new CannotSucceed(came.problems.map(({ message }) => message).join('. '));
    return came.answer;
  };
  const pieces = exported(format, { origin, kind, position, knownAt, ...(asOf ? { asOf: asOf.words } : {}) }, ask);
  const { characters } = await shelf.put(name, pieces, { type: types[format], days: exportKeptDays });
  return { said: `The journal up to @${position} as ${format}, ${characters} characters`, made: name };
};

function understood(input: JobInput) {
  const { format, position, knownAt, asOfOn, asOfRecordedUpTo, asOfWords } = input;
  if (typeof format !== 'string' || !isJournalFormat(format) || typeof position !== 'number') throw new CannotSucceed('It does not say which format or up to which event');
  const asOf = isDate(asOfOn) ? { on: asOfOn, recordedUpTo: Number(asOfRecordedUpTo), words: String(asOfWords) } : undefined;
  return { format, position, knownAt: String(knownAt), asOf };
}
