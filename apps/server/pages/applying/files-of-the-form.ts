import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { isReference } from '#kernel';
import { NoSuchThing } from '../../errors/troubles.js';
import { isMultipart, receiveFiles } from '../../files/receive-files.js';
import { Reading } from '../../reading/reading.js';
import { HouseOf } from '../../visits/house-of.js';
import { visitOf, type VisitedRequest } from '../../visits/visit.js';
import { takingFor } from './file-answers.js';

type Arriving = VisitedRequest & { readonly params: Readonly<Record<string, string>> };

/** Takes the files that answer the form of a round, after the door has said that whoever sends them may apply. */
@Injectable()
export class FilesOfTheForm implements NestInterceptor {
  constructor(
    private readonly reading: Reading,
    private readonly house: HouseOf,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<ReturnType<CallHandler['handle']>> {
    const request = context.switchToHttp().getRequest<Arriving>();
    if (!isMultipart(request)) return next.handle();
    const { ref = '' } = request.params;
    const form = isReference(ref, 'RD') ? await this.reading.form(visitOf(request), ref) : undefined;
    if (!form) throw new NoSuchThing(`There is no form for the round ${ref}`);
    return receiveFiles(context, next, takingFor(form.questions, this.house.files));
  }
}
