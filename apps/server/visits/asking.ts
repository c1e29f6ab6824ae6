import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { QuestionDeclaration } from '#kernel';
import { AskQuestion, type Answered } from '#platform/buses';
import { BadRequest, NotPermitted, NotSignedIn } from '../errors/troubles.js';
import { may, type Visit } from './visit.js';

export interface Told<Answer> {
  readonly answer: Answer;
  /** The place in the log that the answer stands for. */
  readonly position: number;
}

/** Asks questions on behalf of a visitor, at the moment that they look at. */
@Injectable()
export class Asking {
  constructor(private readonly queries: QueryBus) {}

  /** Throws NotSignedIn, NotPermitted or BadRequest, which become pages. */
  async ask<Input extends object, Answer, Db>(visit: Visit, question: QuestionDeclaration<Input, Answer, Db>, input: object, at = visit.past?.position): Promise<Told<Answer>> {
    const { session, soOn } = visit;
    if (!session) throw new NotSignedIn();
    const clocks = { ...(at === undefined ? {} : { knownAt: at }), ...(soOn && question.takesAsOf ? { asOf: soOn.asOf } : {}) };
    const context = { actor: session.actor, role: session.role, ...clocks };
    const told = await this.queries.execute<Answered<Answer>>(new AskQuestion(question as unknown as QuestionDeclaration<object, Answer, never>, input, context));
    if (told.outcome === 'not-permitted') throw new NotPermitted(told.permission, told.heldBy);
    if (told.outcome === 'invalid') throw new BadRequest(told.problems);
    return told;
  }

  /** The same for a part of a page: undefined for those who may not read it. */
  async askIfPermitted<Input extends object, Answer, Db>(visit: Visit, question: QuestionDeclaration<Input, Answer, Db>, input: object, at = visit.past?.position): Promise<Told<Answer> | undefined> {
    return may(visit, question.permission) ? this.ask(visit, question, input, at) : undefined;
  }
}
