import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { londonDate, type IsoDate, type Problem } from '#kernel';
import { schemeTerms } from '#domain/programmes';
import { RunCommand } from '#platform/buses';
import { BadRequest, NoSuchThing, NotPermitted, NotSignedIn } from '../../errors/troubles.js';
import { ChangesSince } from '../../forms/changes-since.js';
import { commandNamed, pathOf } from '../../forms/command-paths.js';
import { Kept } from '../../forms/kept.js';
import { readForm, withMoreRows, withRowMoved, wordsOf, type Words } from '../../forms/read-form.js';
import { wordsOfValue } from '../../forms/words-of-value.js';
import { seeOther, type Page, type Reply } from '../../layout/reply.js';
import { Reading } from '../../reading/reading.js';
import { KeepsWhatWasTyped, Needs } from '../../security/needs.js';
import { HouseOf } from '../../visits/house-of.js';
import { dateTyped } from '../../visits/date-typed.js';
import { visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { problemsOf, readDraft, withoutStep } from './design-draft.js';
import { checkStep, designSteps, neighbour, stepCalled, type DesignStep } from './design-steps.js';
import { checkModel, stepModel, stepWithProblem, type Designing } from './designing-model.js';

const overtaken =
  'Something happened here since you began. Look at what is new below. What you wrote is kept and nothing of it was done: send it again if it still stands';

/** The terms of a programme, one question a page: back and forth as one likes, checked at the end, and sent as one command. */
@Controller('programmes/:code/design')
@Needs('scheme:design')
@KeepsWhatWasTyped()
export class DesigningController {
  readonly #command = commandNamed('DesignScheme');

  constructor(
    private readonly commands: CommandBus,
    private readonly reading: Reading,
    private readonly changes: ChangesSince,
    private readonly kept: Kept,
    private readonly house: HouseOf,
  ) {}

  @Get()
  async begin(@Req() request: VisitedRequest, @Param('code') code: string): Promise<Reply> {
    const visit = visitOf(request);
    if (visit.past) throw new BadRequest([{ field: '', message: 'Nothing can be designed in the past. Return to today first' }]);
    const { words, notice, key } = await this.kept.typedBefore(visit);
    const standing = words ? undefined : await this.reading.scheme(visit, { programme: code });
    const filled = words ?? (standing ? wordsOfValue(schemeTerms.spec, standing.terms, 'terms') : {});
    const designing = await this.#designing(visit, code, { ...filled, ...(key === undefined ? {} : { _key: key }) }, notice);
    return this.#show(designing, words?.['_step'] ?? visit.query['step']);
  }

  @Post()
  async go(@Req() request: VisitedRequest, @Param('code') code: string, @Body() body: unknown): Promise<Reply> {
    const visit = visitOf(request);
    if (!visit.session) throw new NotSignedIn();
    const sent = wordsOf(body);
    const step = stepCalled(sent['_step']);
    const words = step && sent['_go'] === 'leave-out' ? withoutStep(sent, step) : sent['_more'] ? withMoreRows(sent) : sent['_row'] ? withRowMoved(sent) : sent;
    const designing = await this.#designing(visit, code, words);
    if (sent['_to'] !== undefined) return this.#show(designing, sent['_to']);
    if (!step) return sent['_go'] === 'send' ? this.#send(visit, designing) : this.#show(designing, checkStep);
    if (sent['_more'] || sent['_row']) return stepModel(designing, step);
    return this.#after(designing, step, sent['_go']);
  }

  /** Whoever goes on has what is wrong said first; whoever goes back has not. */
  #after(designing: Designing, step: DesignStep, go: string | undefined): Page {
    if (go === 'back') return this.#show(designing, neighbour(step.slug, -1));
    const problems = problemsOf(designing.draft, step);
    if (problems.length > 0 && go !== 'leave-out') return stepModel(designing, step, { problems, status: 400 });
    return go === 'say' ? stepModel(designing, step) : this.#show(designing, neighbour(step.slug, 1));
  }

  #show(designing: Designing, slug: string | undefined): Page {
    const step = stepCalled(slug);
    if (step) return stepModel(designing, step);
    const [first] = designSteps;
    if (slug !== checkStep && first) return stepModel(designing, first);
    const { problems } = designing.draft;
    const wrong = stepWithProblem(problems);
    return wrong ? stepModel(designing, wrong, { problems, status: 400 }) : checkModel(designing, {}, this.#today());
  }

  async #send(visit: Visit, designing: Designing): Promise<Reply> {
    const { session } = visit;
    if (!session) throw new NotSignedIn();
    const { words, draft, programme: { code } } = designing;
    const wrong = stepWithProblem(draft.problems);
    if (wrong) return stepModel(designing, wrong, { problems: draft.problems, status: 400 });
    const key = words['_key'] ? `web:${session.actor}:${words['_key'].slice(0, 64)}` : undefined;
    const changes = await this.changes.since(words['_seen'], { visit, command: this.#command, reference: code, key });
    if (changes.length > 0) return checkModel(designing, { changes, sentence: overtaken, status: 412 }, this.#today());
    const on = dateTyped(words, 'on');
    const input = { ...readForm(this.#command.input, words), programme: code };
    const context = {
      actor: session.actor, role: session.role, ...(key === undefined ? {} : { key }),
      ...(on === undefined ? {} : { on: on.written as IsoDate }),
    };
    const outcome = await this.commands.execute(new RunCommand(this.#command, input, context));
    const again = (sentence: string, status: number, problems: readonly Problem[] = []): Page =>
      checkModel(designing, { ...(sentence === '' ? {} : { sentence }), problems, status }, this.#today());
    switch (outcome.outcome) {
      case 'done':
        return seeOther(`/programmes/${code}/scheme?done=${pathOf(this.#command.name)}&after=${outcome.position}`);
      case 'invalid':
        return again('', 400, outcome.problems);
      case 'refused':
        return again(outcome.sentence, 409);
      case 'not-permitted':
        throw new NotPermitted(outcome.permission, outcome.heldBy, outcome.because);
      case 'not-found':
        throw new NoSuchThing(outcome.what);
      case 'key-reused':
        return again(
          `This was sent before with another ${outcome.differs}, and that was stored. Begin anew from the page of the terms if you mean this one as well`,
          409,
        );
      case 'overtaken':
        return again('Others kept changing the same thing at the same time. Nothing was stored; what you wrote is kept. Send it again', 412);
    }
  }

  async #designing(visit: Visit, code: string, words: Words, notice?: string): Promise<Designing> {
    const programme = await this.reading.programme(visit, code);
    if (!programme) throw new NoSuchThing(`There is no programme ${code}`);
    const standing = await this.reading.scheme(visit, { programme: code });
    // What the form knew when it was begun stays what it knew, whichever page it is on.
    const seen = /^\d{1,15}$/.test(words['_seen'] ?? '') ? Number(words['_seen']) : await this.changes.now();
    return { programme, version: standing?.version ?? 0, words, draft: readDraft(words), seen, notice };
  }

  #today(): IsoDate {
    return londonDate(this.house.clock.now());
  }
}
