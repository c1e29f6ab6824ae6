import type { Readable } from 'node:stream';
import { PayloadTooLargeException, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import { of } from 'rxjs';
import { BadRequest } from '../errors/troubles.js';
import { mostBoxes } from '../forms/most-boxes.js';
import type { VisitedRequest } from '../visits/visit.js';

/** A file that came with a form: what it became, or why it was not taken. */
export type FileSent = { readonly field: string; readonly name: string } & (
  { readonly digest: string; readonly bytes: number } | { readonly problem: string; readonly isFull?: boolean }
);
/** Takes a file while it comes, or says why not. What it leaves unread is passed over. Undefined: nobody asked for it. */
export type Take = (field: string, name: string, content: Readable) => Promise<FileSent | undefined>;

const key = Symbol('files of a form');
interface Receiving extends VisitedRequest {
  [key]?: { readonly take: Take; readonly sent: FileSent[] };
  readonly body?: unknown;
}
interface Coming {
  readonly fieldname: string;
  readonly originalname: string;
  readonly stream: Readable;
}
type Done = (fault: unknown, info?: object) => void;

/** Hands each file on as it comes: none is ever held whole, and none is written to a temporary folder. */
const handingOn = {
  _handleFile({ [key]: receiving }: Receiving, { fieldname, originalname, stream }: Coming, done: Done): void {
    const taken = receiving ? receiving.take(fieldname, originalname, stream) : Promise.resolve(undefined);
    taken.then((sent) => {
      if (sent) receiving?.sent.push(sent);
      stream.resume(); // what was left unread is passed over, so that the words behind it are read
      done(null, {});
    }, done);
  },
  /** What is kept stays: another form may have sent the same, and what nobody names harms nobody. */
  _removeFile: (_: unknown, __: unknown, done: Done): void => done(null),
};

/** As much as forms take, in words; and a file may go far beyond what its question takes, so that the form comes back with everything else that was typed. */
const limits = { fields: mostBoxes, parts: mostBoxes + 80, fieldSize: 16_384, fieldNameSize: 300, files: 80, fileSize: 250_000_000 };
const multipart = new (AnyFilesInterceptor({ storage: handingOn, defParamCharset: 'utf8', limits }))();
const wordsAlone = new (AnyFilesInterceptor({ fileFilter: (_request, _file, decide) => decide(null, false), defParamCharset: 'utf8', limits }))();

export const isMultipart = ({ headers }: VisitedRequest): boolean => /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');

/** As many characters as any other form may have, whether it brings files or not. */
const mostWords = 300_000;
const wordsIn = (body: unknown): number => JSON.stringify(body ?? {}).length;

/** Reads a form of words and files. Whoever stops sending in the middle has sent nothing. */
export async function receiveFiles(context: ExecutionContext, next: CallHandler, take: Take): Promise<ReturnType<CallHandler['handle']>> {
  const request = context.switchToHttp().getRequest<Receiving>();
  request[key] = { take, sent: [] };
  try {
    const handled = await multipart.intercept(context, next);
    if (wordsIn(request.body) > mostWords) throw new PayloadTooLargeException(); // drawn on a page again and again, it would hold everybody up
    return handled;
  } catch (fault) {
    if (request.complete) throw fault;
    throw new BadRequest([{ field: '', message: 'The form was cut off before all of it was here. Nothing was done with it: send it again' }]);
  }
}

/** The files that came with a form. */
export const filesSentWith = ({ [key]: receiving }: Receiving): readonly FileSent[] => receiving?.sent ?? [];

/** The words of a form whose files nobody may send any more: they are passed over, and what was typed is kept. */
export async function wordsWithoutFiles(context: ExecutionContext): Promise<unknown> {
  await (wordsAlone as NestInterceptor).intercept(context, { handle: () => of(undefined) });
  const { body } = context.switchToHttp().getRequest<{ readonly body?: unknown }>();
  return wordsIn(body) > mostWords ? undefined : body; // more is not kept for anybody who is not signed in
}
