import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandDeclaration, IsoDate } from '#kernel';
import { RunCommand } from '#platform/buses';
import type { Outcome } from '#platform/engine';
import type { Clock } from '#platform/event-store';
import { BadRequest, NoSuchThing, NotPermitted, NotSignedIn } from '../errors/troubles.js';
import { seeOther, type Reply } from '../layout/reply.js';
import { NeedsTheCommand } from '../security/needs.js';
import { dateTyped } from '../visits/date-typed.js';
import { visitOf, type Visit, type VisitedRequest } from '../visits/visit.js';
import { commandForm, fieldFor, type FormState, type Subject } from './command-form.js';
import { commandByPath, pathOf } from './command-paths.js';
import { pageOfThing } from './pages-of-things.js';
import { readForm, wordsOf, type Words } from './read-form.js';
import { SuggestedReferences } from './suggested-references.js';

/** The time of the form: which day is today. */
export abstract class Today implements Clock {
  abstract now(): string;
}

/** Any declared command, asked for by a form that is derived from its declaration. */
@Controller()
@NeedsTheCommand()
export class CommandsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly today: Today,
    private readonly suggested: SuggestedReferences,
  ) {}

  @Get(['awards/:ref/do/:command', 'payments/:ref/do/:command', 'programmes/:ref/do/:command', 'do/:command'])
  async ask(@Req() request: VisitedRequest, @Param('command') path: string, @Param('ref') ref?: string): Promise<Reply> {
    const visit = visitOf(request);
    if (visit.past) throw new BadRequest([{ field: '', message: 'Nothing can be done in the past. Return to today first' }]);
    return this.#form(visit, commandOf(path), ref, { words: visit.query, problems: [] });
  }

  @Post(['awards/:ref/do/:command', 'payments/:ref/do/:command', 'programmes/:ref/do/:command', 'do/:command'])
  async run(@Req() request: VisitedRequest, @Param('command') path: string, @Body() body: unknown, @Param('ref') ref?: string): Promise<Reply> {
    const visit = visitOf(request);
    const { session } = visit;
    if (!session) throw new NotSignedIn();
    const command = commandOf(path);
    const words = wordsOf(body);
    const subject = subjectOf(command, ref, visit);
    const input = { ...readForm(command.input, words), ...(subject.field === undefined ? {} : { [subject.field]: ref }) };
    const on = dateTyped(words, 'on');
    const context = {
      actor: session.actor,
      role: session.role,
      // The key is the visitor's own, so that nobody can use up another's.
      ...(words['_key'] ? { key: `web:${session.actor}:${words['_key'].slice(0, 64)}` } : {}),
      ...(on === undefined ? {} : { on: on.written as IsoDate }),
    };
    const outcome = await this.commands.execute(new RunCommand(command, input, context));
    if (outcome.outcome !== 'done') return this.#form(visit, command, ref, answerTo(outcome, words, ref));
    const page = subject.reference === undefined ? pageOfThing(command.of.category, outcome.reference) : subject.page;
    return seeOther(`${page}?done=${pathOf(command.name)}&after=${outcome.position}`);
  }

  async #form(visit: Visit, command: CommandDeclaration, ref: string | undefined, state: FormState): Promise<Reply> {
    const suggestions = await this.suggested.forForm(visit, ref);
    return commandForm(command, subjectOf(command, ref, visit), state, this.today.now(), suggestions);
  }
}

function commandOf(path: string): CommandDeclaration {
  const command = commandByPath(path);
  if (!command) throw new NoSuchThing('There is no command of that name');
  return command;
}

/** What the address says before /do/: the thing that the command is about. */
function subjectOf(command: CommandDeclaration, ref: string | undefined, { path }: Visit): Subject {
  if (ref === undefined) return { field: undefined, reference: undefined, page: '/', form: path };
  return { field: fieldFor(command, ref), reference: ref, page: path.slice(0, path.indexOf('/do/')), form: path };
}

/** The form once more, with what was written and what was said to it. */
function answerTo(outcome: Exclude<Outcome, { outcome: 'done' }>, words: Words, ref: string | undefined): FormState {
  const again = { words, problems: [], ...(words['_key'] ? { key: words['_key'] } : {}) };
  switch (outcome.outcome) {
    case 'invalid':
      return { ...again, problems: outcome.problems, status: 400 };
    case 'refused':
      return { ...again, sentence: outcome.sentence, status: 409 };
    case 'not-permitted':
      throw new NotPermitted(outcome.permission, outcome.heldBy);
    case 'not-found':
      if (ref !== undefined && outcome.what.endsWith(ref)) throw new NoSuchThing(outcome.what);
      return { ...again, sentence: `${outcome.what}. Check the reference`, status: 400 };
    case 'key-reused':
      // A new key: what stands in the form now is another wish than the one that was stored.
      return { words, problems: [], sentence: `This form was sent before with another ${outcome.differs}, and that was stored. Send it again if you mean this one as well`, status: 409 };
    case 'overtaken':
      return { ...again, sentence: 'Others kept changing the same thing at the same time. Nothing was stored; what you wrote is kept. Send it again', status: 412 };
  }
}
