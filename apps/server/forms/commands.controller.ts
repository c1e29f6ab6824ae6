import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandDeclaration, IsoDate } from '#kernel';
import { RunCommand } from '#platform/buses';
import type { Outcome } from '#platform/engine';
import type { Clock } from '#platform/event-store';
import { BadRequest, NoSuchThing, NotPermitted, NotSignedIn } from '../errors/troubles.js';
import { seeOther, type Reply } from '../layout/reply.js';
import { KeepsWhatWasTyped, NeedsTheCommand } from '../security/needs.js';
import { dateTyped } from '../visits/date-typed.js';
import { visitOf, type Visit, type VisitedRequest } from '../visits/visit.js';
import { ChangesSince } from './changes-since.js';
import { commandForm, filledBy, type FormState, type Subject } from './command-form.js';
import { commandByPath, pathOf } from './command-paths.js';
import { Kept } from './kept.js';
import { pageOfThing } from './pages-of-things.js';
import { Prefilled } from './prefilled.js';
import { readForm, withMoreRows, withRowMoved, wordsOf, type Words } from './read-form.js';
import { SuggestedReferences } from './suggested-references.js';

/** The time of the form: which day is today. */
export abstract class Today implements Clock {
  abstract now(): string;
}

/** Where a command's form is: under the page of the thing that it is about, or on its own. */
const of = ['awards', 'payments', 'programmes', 'rounds', 'applications', 'organisations', 'savings', 'fundings', 'cohorts', 'frameworks', 'people', 'roles'];
const places = [...of.map((things) => `${things}/:ref/do/:command`), 'do/:command'];

/** Any declared command, asked for by a form that is derived from its declaration. */
@Controller()
@NeedsTheCommand()
@KeepsWhatWasTyped()
export class CommandsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly today: Today,
    private readonly suggested: SuggestedReferences,
    private readonly changes: ChangesSince,
    private readonly kept: Kept,
    private readonly prefilled: Prefilled,
  ) {}

  @Get(places)
  async ask(@Req() request: VisitedRequest, @Param('command') path: string, @Param('ref') ref?: string): Promise<Reply> {
    const visit = visitOf(request);
    if (visit.past) throw new BadRequest([{ field: '', message: 'Nothing can be done in the past. Return to today first' }]);
    const command = commandOf(path);
    const { words, notice, key, seen } = await this.kept.typedBefore(visit);
    const changes = ref === undefined ? [] : await this.changes.since(seen, { visit, command, reference: ref, key: undefined });
    const known = words ? {} : (await this.prefilled.forForm(visit, command.name, ref)).words;
    return this.#form(visit, command, ref, { words: words ?? { ...known, ...visit.query }, problems: [], changes, ...(notice === undefined ? {} : { notice }), ...(key === undefined ? {} : { key }) });
  }

  @Post(places)
  async run(@Req() request: VisitedRequest, @Param('command') path: string, @Body() body: unknown, @Param('ref') ref?: string): Promise<Reply> {
    const visit = visitOf(request);
    const { session } = visit;
    if (!session) throw new NotSignedIn();
    const command = commandOf(path);
    const words = wordsOf(body);
    if (words['_more']) return this.#form(visit, command, ref, { words: withMoreRows(words), problems: [], ...(words['_key'] ? { key: words['_key'] } : {}) });
    if (words['_row']) return this.#form(visit, command, ref, { words: withRowMoved(words), problems: [], ...(words['_key'] ? { key: words['_key'] } : {}) });
    const subject = subjectOf(command, ref, visit);
    const input = { ...readForm(command.input, words), ...(subject.field === undefined ? {} : { [subject.field]: subject.value }) };
    const on = dateTyped(words, 'on');
    // The key is the visitor's own, so that nobody can use up another's.
    const key = words['_key'] ? `web:${session.actor}:${words['_key'].slice(0, 64)}` : undefined;
    const changes = ref === undefined ? [] : await this.changes.since(words['_seen'], { visit, command, reference: ref, key });
    if (changes.length > 0) return this.#form(visit, command, ref, { words, problems: [], changes, sentence: changed, status: 412, ...(words['_key'] ? { key: words['_key'] } : {}) });
    const context = { actor: session.actor, role: session.role, ...(key === undefined ? {} : { key }), ...(on === undefined ? {} : { on: on.written as IsoDate }) };
    const outcome = await this.commands.execute(new RunCommand(command, input, context));
    if (outcome.outcome !== 'done') return this.#form(visit, command, ref, answerTo(outcome, words, ref));
    const page = subject.reference === undefined ? pageOfThing(command.of.category, outcome.reference) : subject.page;
    return seeOther(`${page}?done=${pathOf(command.name)}&after=${outcome.position}`);
  }

  async #form(visit: Visit, command: CommandDeclaration, ref: string | undefined, state: FormState): Promise<Reply> {
    const [suggestions, seen, { titles, given = {} }] = await Promise.all(
      [this.suggested.forForm(visit, ref, command.name), this.changes.now(), this.prefilled.forForm(visit, command.name, ref)],
    );
    return commandForm(command, subjectOf(command, ref, visit), { ...state, seen, titles, given }, this.today.now(), suggestions);
  }
}

const changed = 'Something happened here since you opened this form. Look at what is new below. What you wrote is kept and nothing of it was done: send it again if it still stands';

function commandOf(path: string): CommandDeclaration {
  const command = commandByPath(path);
  if (!command) throw new NoSuchThing('There is no command of that name');
  return command;
}

/** What the address says before /do/: the thing that the command is about. */
function subjectOf(command: CommandDeclaration, ref: string | undefined, { path }: Visit): Subject {
  if (ref === undefined) return { field: undefined, value: undefined, reference: undefined, page: '/', form: path };
  return { ...filledBy(command, path.split('/')[1] ?? '', ref), reference: ref, page: path.slice(0, path.indexOf('/do/')), form: path };
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
      throw new NotPermitted(outcome.permission, outcome.heldBy, outcome.because);
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
