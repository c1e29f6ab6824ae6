import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Permission } from '#kernel';
import { largestFile } from '#domain/applications';
import { AskQuestion, type Answered } from '#platform/buses';
import { StoreFault } from '#platform/event-store';
import { FileAltered, FileNotTaken, typeOf, type KeptFile } from '#platform/kept-files';
import { apiRoot } from '#platform/openapi';
import { answersPage, type AnswersPage } from '#views/registers';
import { asAttachment } from '../files/file-name.js';
import type { Reply } from '../layout/reply.js';
import { HouseOf } from '../visits/house-of.js';
import { inJson } from './api-reply.js';
import type { ApiRequest } from './bearer.js';
import { ByToken, callerOf } from './by-token.js';
import { notPermitted } from './not-permitted.js';
import { problem, wrongParameters } from './problem.js';
import { onlyWords } from './query-words.js';

const mayKeep: Permission = 'application:submit';
const isOctets = (type: string | undefined): boolean => /^application\/octet-stream *$/i.test(type ?? '');
const tooLarge = () => problem('too-large', `A file takes up to ${(largestFile / 1_024).toLocaleString('en-GB')} kilobytes. Nothing was stored.`);

/** Files for programs: kept first, and then named by what they answer. */
@Controller(`${apiRoot}/files`)
@ByToken()
export class ApiFilesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly house: HouseOf,
  ) {}

  @Post()
  async keep(@Req() request: ApiRequest): Promise<Reply> {
    onlyWords(request);
    const caller = callerOf(request);
    const granted = await this.house.engine.mayAsk(caller, mayKeep);
    if (!granted.granted) throw await notPermitted(this.house, caller, 'keep-file', { permission: mayKeep, ...granted });
    if (!isOctets(request.headers['content-type'])) throw problem('not-octets');
    if (Number(request.headers['content-length'] ?? 0) > largestFile) throw tooLarge();
    const { digest, bytes } = await this.#keep(request);
    return inJson({ digest, bytes });
  }

  @Get(':digest')
  async fetch(@Req() request: ApiRequest, @Param('digest') digest: string): Promise<Reply> {
    const { application } = onlyWords(request, 'application');
    if (application === undefined)
      throw wrongParameters({ field: 'application', message: 'Name the application whose answers name the file, like AP-2012-001' });
    const caller = callerOf(request);
    const told = await this.queries.execute<Answered<AnswersPage | undefined>>(new AskQuestion(answersPage as never, { application }, caller));
    if (told.outcome === 'not-permitted') throw await notPermitted(this.house, caller, 'fetch-file', told);
    if (told.outcome === 'invalid') throw wrongParameters(...told.problems);
    const named = told.answer?.answers.find(({ answer }) => answer.kind === 'file' && answer.digest === digest);
    const { files, access, clock } = this.house;
    const kept = (await files.find([digest])).get(digest);
    if (named?.answer.kind !== 'file') throw problem('not-found', `${application} has no answer that names this file`);
    if (!kept) throw problem('not-found', `${named.answer.name} is kept elsewhere, by whoever gave it`);
    if (!(await files.isIntact(digest))) throw new FileAltered(digest);
    await access.note({
      at: clock.now(),
      actor: caller.actor,
      role: caller.role,
      asked: 'fetch-file',
      outcome: 'done',
      because: `${application} ${named.question}`,
    });
    const headers = { 'content-disposition': asAttachment(named.answer.name), 'content-length': String(kept.bytes), 'x-content-type-options': 'nosniff' };
    return { kind: 'download', type: typeOf((await files.beginning(digest)) ?? Buffer.alloc(0)), body: files.read(digest), headers };
  }

  async #keep(request: ApiRequest): Promise<KeptFile> {
    try {
      return await this.house.files.put(request as AsyncIterable<Uint8Array>, { limit: largestFile });
    } catch (fault) {
      if (fault instanceof FileNotTaken)
        throw fault.because === 'too-large'
          ? tooLarge()
          : problem('invalid-input', undefined, { errors: [{ detail: 'The body is empty. Send the bytes of the file' }] });
      if (fault instanceof StoreFault && fault.kind === 'disk-full') throw problem('no-room');
      if (!request.complete) throw problem('unreadable', 'The file was cut off before all of it was here. Nothing was stored: send it again');
      throw fault;
    }
  }
}
