import type { Readable } from 'node:stream';
import type { Problem } from '#kernel';
import { endingOf, fileTypes } from '#domain/applications';
import type { Form, Question, QuestionType } from '#domain/programmes';
import { StoreFault } from '#platform/event-store';
import { FileNotTaken, firstBytesOf, type FirstBytes, type KeptFiles } from '#platform/kept-files';
import { fileNameOf, sizeInWords } from '../../files/file-name.js';
import { lookedAt, NotThatKind } from '../../files/looked-at.js';
import type { FileSent, Take } from '../../files/receive-files.js';
import type { Words } from '../../forms/read-form.js';

type Asked = Extract<QuestionType, { kind: 'file' }>;
export interface FileQuestion extends Question {
  readonly answer: Asked;
}
export const fileQuestions = (form: Form): readonly FileQuestion[] => form.filter((question): question is FileQuestion => question.answer.kind === 'file');

/** Where the words about a file stand in a form: the box that takes one, and what is known of one that came. */
export const fileWords = (question: string) => ({
  box: `answers.${question}.file`,
  name: `answers.${question}.name`,
  digest: `answers.${question}.digest`,
  bytes: `answers.${question}.bytes`,
  leftOut: `answers.${question}.left-out`,
});

const kilobyte = 1_024;
const tellThem = 'Tell whoever runs Tallystick, then choose it again';
/** How files begin that end like this. */
const beginnings: Readonly<Record<string, FirstBytes>> = {
  pdf: 'pdf',
  doc: 'ole',
  docx: 'zip',
  odt: 'zip',
  rtf: 'rtf',
  txt: 'text',
  xls: 'ole',
  xlsx: 'zip',
  ods: 'zip',
  csv: 'text',
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
};
const what = { document: 'a document', spreadsheet: 'a spreadsheet', picture: 'a picture', any: 'a file of any kind' } as const;

/** What a question takes, for its hint: "A document (pdf, doc, …) of at most 500 kilobytes". */
export const takenInWords = ({ kinds, kilobytes }: Asked): string => {
  const sentence = `${what[kinds]}${kinds === 'any' ? '' : ` (${fileTypes[kinds].join(', ')})`} of at most ${kilobytes.toLocaleString('en-GB')} kilobytes`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. Its name is kept for ever, too: leave names of people out of it.`;
};
/** As the browser's own picker takes it. */
export const acceptedBy = ({ kinds }: Asked): string | undefined => (kinds === 'any' ? undefined : fileTypes[kinds].map((ending) => `.${ending}`).join(','));

/** Why a file is none that the question takes: by its name, and by how it begins. */
function wrongKind({ kinds }: Asked, name: string, beginning: Uint8Array): string | undefined {
  if (kinds === 'any') return undefined;
  const ending = endingOf(name);
  if (!fileTypes[kinds].some((each) => each === ending)) return `${name} is not ${what[kinds]}. Send one of ${fileTypes[kinds].join(', ')}`;
  return firstBytesOf(beginning) === beginnings[ending]
    ? undefined
    : `${name} is called .${ending}, and what is in it is something else. Save it as .${ending} and send it again`;
}

/** Takes the files of a form into what is kept, each within the bounds of its question; the first that comes for one. */
export function takingFor(form: Form, files: Pick<KeptFiles, 'put'>): Take {
  const questions = new Map(fileQuestions(form).map((question) => [fileWords(question.code).box, question.answer]));
  return async (field, sentName, content: Readable): Promise<FileSent | undefined> => {
    const asked = questions.get(field);
    if (!asked) return undefined;
    const name = fileNameOf(sentName);
    const about = { field, name };
    try {
      // What is refused is read on by whoever calls, so that the rest of the form is read as well.
      const pieces = lookedAt(content.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>, (beginning) => wrongKind(asked, name, beginning));
      const { digest, bytes } = await files.put(pieces, { limit: asked.kilobytes * kilobyte });
      return { ...about, digest, bytes };
    } catch (fault) {
      if (fault instanceof NotThatKind) return { ...about, problem: fault.message };
      if (fault instanceof FileNotTaken)
        return {
          ...about,
          problem:
            fault.because === 'empty'
              ? `${name} is empty. Choose another file`
              : `${name} is larger than ${asked.kilobytes.toLocaleString('en-GB')} kilobytes. Choose a smaller file`,
        };
      if (fault instanceof StoreFault && fault.kind === 'disk-full') {
        return {
          ...about,
          isFull: true,
          problem: `${name} was not kept, because this server has no room for files at the moment. All else that you wrote stands here. ${tellThem}`,
        };
      }
      throw fault;
    }
  };
}

/** A form's words with the files that answer it, each looked up among those that are kept: what a form says of a file is not believed. */
export async function withFiles(
  form: Form,
  typed: Words,
  sent: readonly FileSent[],
  files: Pick<KeptFiles, 'find' | 'beginning'>,
): Promise<{ readonly words: Words; readonly problems: readonly Problem[] }> {
  const words: Record<string, string> = { ...typed };
  const problems: Problem[] = [];
  for (const { code, answer: asked } of fileQuestions(form)) {
    const at = fileWords(code);
    const came = sent.find(({ field }) => field === at.box);
    if (came && 'digest' in came) Object.assign(words, { [at.name]: came.name, [at.digest]: came.digest, [at.bytes]: String(came.bytes) });
    const isLeftOut = words[at.leftOut] === 'yes' && !came;
    delete words[at.leftOut];
    delete words[at.box];
    if (came && 'problem' in came) problems.push({ field: `answers.${code}`, message: came.problem });
    const { [at.digest]: digest = '', [at.name]: name = '' } = words;
    const known = digest === '' || isLeftOut ? undefined : await lookedUp(files, digest);
    const wrong =
      known &&
      (known.bytes > asked.kilobytes * kilobyte
        ? `${name} is larger than ${asked.kilobytes.toLocaleString('en-GB')} kilobytes. Choose a smaller file`
        : wrongKind(asked, name, known.beginning));
    if (known && wrong === undefined) {
      Object.assign(words, { [at.name]: fileNameOf(name), [at.bytes]: String(known.bytes) });
      continue;
    }
    for (const each of [at.name, at.digest, at.bytes]) delete words[each];
    if (digest !== '' && !isLeftOut && !came)
      problems.push({ field: `answers.${code}`, message: wrong ?? `${name === '' ? 'The file' : name} is not kept here. Choose it again` });
  }
  return { words, problems };
}

async function lookedUp(
  files: Pick<KeptFiles, 'find' | 'beginning'>,
  digest: string,
): Promise<{ readonly bytes: number; readonly beginning: Buffer } | undefined> {
  const [kept, beginning] = [(await files.find([digest])).get(digest), await files.beginning(digest)];
  return kept && beginning && { bytes: kept.bytes, beginning };
}

/** A file that was sent and is kept, as the form shows it. */
export const sentInWords = (words: Words, question: string): string | undefined => {
  const { [fileWords(question).name]: name, [fileWords(question).bytes]: bytes = '' } = words;
  return name === undefined ? undefined : `${name}, ${sizeInWords(Number(bytes))}`;
};
