import { Controller, Get, Param, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { AskQuestion, type Answered } from '#platform/buses';
import { apiRoot } from '#platform/openapi';
import { questions } from '#views';
import type { Reply } from '../layout/reply.js';
import { HouseOf } from '../visits/house-of.js';
import { inJson } from './api-reply.js';
import type { ApiRequest } from './bearer.js';
import { ByToken, callerOf } from './by-token.js';
import { readClocks } from './clocks.js';
import { nextPage } from './next-page.js';
import { notPermitted } from './not-permitted.js';
import { problem, wrongParameters } from './problem.js';
import { queryWords } from './query-words.js';

const byName = new Map(questions.map((question) => [question.name, question]));

/** Any declared question, from a program: now, or as it was known, and as it was on a day. */
@Controller(`${apiRoot}/questions`)
@ByToken()
export class ApiQuestionsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly house: HouseOf,
  ) {}

  @Get(':question')
  async ask(@Req() request: ApiRequest, @Param('question') name: string): Promise<Reply> {
    const question = byName.get(name);
    if (!question) throw problem('not-found', `There is no question "${name}". See ${apiRoot}/questions`);
    const { knownAt, asOf, ...words } = queryWords(request);
    const clocks = await readClocks({ ...(knownAt === undefined ? {} : { knownAt }), ...(asOf === undefined ? {} : { asOf }) }, this.house.store);
    const context = { ...callerOf(request), ...(clocks.knownAt ? { knownAt: clocks.knownAt.position } : {}), ...(clocks.asOf ? { asOf: clocks.asOf.asOf } : {}) };
    const told = await this.queries.execute<Answered<unknown>>(new AskQuestion(question, words, context));
    if (told.outcome === 'not-permitted') throw await notPermitted(this.house, callerOf(request), name, told);
    if (told.outcome === 'invalid') throw wrongParameters(...told.problems);
    const { answer, position } = told;
    if (answer === undefined) throw problem('not-found', clocks.knownAt ? `There was no such thing at ${clocks.knownAt.words}` : undefined);
    const next = typeof answer === 'object' && answer !== null ? nextPage(question, words, answer, { position, asOf }) : undefined;
    const body = {
      knownAt: { position, words: clocks.knownAt?.words ?? 'now' },
      ...(clocks.asOf ? { asOf: { on: clocks.asOf.asOf.on, words: clocks.asOf.words } } : {}),
      answer,
      ...(next === undefined ? {} : { next }),
    };
    return inJson(body, { position, ...(next === undefined ? {} : { headers: { link: `<${next}>; rel="next"` } }) });
  }
}
