import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { askedNow } from '#attendance';
import { jobIdOf, type Offered } from '#platform/jobs';
import { BadRequest, NoSuchThing } from '../../errors/troubles.js';
import { wordsOf } from '../../forms/read-form.js';
import { seeOther, template, type Reply, type SeeOther } from '../../layout/reply.js';
import { Needs } from '../../security/needs.js';
import { HouseOf } from '../../visits/house-of.js';
import { may, visitOf, type VisitedRequest } from '../../visits/visit.js';
import { sessionOf } from '../account/session-of.js';
import { operationsModel, summaryOf, type OperationsModel } from './operations-model.js';

const operationsPage = template<OperationsModel>('pages/operations/operations.njk');
const told: Readonly<Record<string, string>> = { replayed: 'The job is tried again', dismissed: 'The job was dismissed', asked: 'The job waits for a worker', known: 'The job was waiting or running already', kept: 'The queue is out of reach. The job is kept, and begun when the queue is back' };
const answers: Readonly<Record<Offered['outcome'], keyof typeof told>> = { taken: 'asked', known: 'known', away: 'kept' };

/** What is done without anybody asking: how it stands, what went wrong, and what to do about it. */
@Controller('operations')
@Needs('operations:read')
export class OperationsController {
  constructor(private readonly house: HouseOf) {}

  @Get()
  async show(@Req() request: VisitedRequest, @Query('told') what?: string): Promise<Reply> {
    const model = await operationsModel(this.house, may(visitOf(request), 'operations:run'));
    return operationsPage('Operations', model, { done: told[what ?? ''] });
  }

  @Post('replay')
  @Needs('operations:run')
  async replay(@Req() request: VisitedRequest, @Body() body: unknown): Promise<SeeOther> {
    const { id = '' } = wordsOf(body);
    if (!(await this.house.backroom.jobs.replay(id))) throw new NoSuchThing('That job has not failed, or was replayed or taken away meanwhile');
    await this.#note(request, 'replay-job', id);
    return seeOther('/operations?told=replayed');
  }

  @Post('dismiss')
  @Needs('operations:run')
  async dismiss(@Req() request: VisitedRequest, @Body() body: unknown): Promise<SeeOther> {
    const { id = '' } = wordsOf(body);
    if (!(await this.house.backroom.dismiss(id))) throw new NoSuchThing('That job has not failed, or was replayed or dismissed meanwhile');
    await this.#note(request, 'dismiss-job', id);
    return seeOther('/operations?told=dismissed');
  }

  @Post('run')
  @Needs('operations:run')
  async run(@Req() request: VisitedRequest, @Body() body: unknown): Promise<SeeOther> {
    const { kind = '', view } = wordsOf(body);
    const { clock, backroom } = this.house;
    const job = askedNow(kind, clock, view || undefined);
    if (!job) throw new BadRequest([{ field: 'kind', message: `Nobody can ask for ${summaryOf(kind)} here` }]);
    const { outcome } = await backroom.ask(job);
    await this.#note(request, 'run-job', jobIdOf(job.kind, job.key));
    return seeOther(`/operations?told=${answers[outcome]}`);
  }

  #note(request: VisitedRequest, asked: string, because: string): Promise<void> {
    const { actor, role } = sessionOf(visitOf(request));
    return this.house.access.note({ at: this.house.clock.now(), actor, role, asked, outcome: 'done', because });
  }
}
