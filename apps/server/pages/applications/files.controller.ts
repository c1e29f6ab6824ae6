import { Controller, Get, Param, Req } from '@nestjs/common';
import { isReference } from '#kernel';
import { FileAltered, typeOf } from '#platform/kept-files';
import { NoSuchThing } from '../../errors/troubles.js';
import { asAttachment } from '../../files/file-name.js';
import type { Download } from '../../layout/reply.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { HouseOf } from '../../visits/house-of.js';
import { visitOf, type VisitedRequest } from '../../visits/visit.js';
import { sessionOf } from '../account/session-of.js';

/** Files that answer the questions of an application, for whoever may read what it answers. */
@Controller('applications/:ref/files')
@Needs('application:read')
export class FilesController {
  constructor(
    private readonly reading: Reading,
    private readonly house: HouseOf,
  ) {}

  @Get(':question')
  async fetch(@Req() request: VisitedRequest, @Param('ref') ref: string, @Param('question') question: string): Promise<Download> {
    const visit = visitOf(request);
    const { actor, role } = sessionOf(visit);
    const given = isReference(ref, 'AP') ? await this.reading.answersOf(visit, ref) : undefined;
    const answer = given?.answers.find((each) => each.question === question)?.answer;
    if (answer?.kind !== 'file') throw new NoSuchThing(`The application ${ref} has no file that answers ${question}`);
    const { name, digest } = answer;
    const { files, access, clock } = this.house;
    const kept = (await files.find([digest])).get(digest);
    if (!kept) throw new NoSuchThing(`${name} is kept elsewhere, by whoever gave it. Its SHA-256 is ${digest}`);
    if (!(await files.isIntact(digest))) throw new FileAltered(digest); // before the first byte goes out
    await access.note({ at: clock.now(), actor, role, asked: 'fetch-file', outcome: 'done', because: `${ref} ${question}` });
    return {
      kind: 'download',
      type: typeOf((await files.beginning(digest)) ?? Buffer.alloc(0)),
      body: files.read(digest),
      headers: headersOf(name, digest, kept.bytes),
    };
  }
}

/** What came from a stranger is saved and never shown within our pages; the digest goes with it (RFC 9530). */
const headersOf = (name: string, digest: string, bytes: number): Readonly<Record<string, string>> => ({
  'content-disposition': asAttachment(name),
  'content-length': String(bytes),
  'x-content-type-options': 'nosniff',
  'repr-digest': `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:`,
});
