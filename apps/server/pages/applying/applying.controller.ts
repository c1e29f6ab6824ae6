import { Body, Controller, Get, Param, Post, Req, UseInterceptors } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { isReference, kept, londonDate, type IsoDate } from '#kernel';
import { application, profile } from '#domain/applications';
import { partnerRole } from '#domain/organisations';
import { grantsOn, person, refOfPerson } from '#domain/people';
import { RunCommand } from '#platform/buses';
import { BadRequest, NoSuchThing, NotPermitted, NotSignedIn } from '../../errors/troubles.js';
import { commandNamed, pathOf } from '../../forms/command-paths.js';
import { Kept } from '../../forms/kept.js';
import { withMoreRows, withRowMoved, wordsOf, type Words } from '../../forms/read-form.js';
import { filesSentWith } from '../../files/receive-files.js';
import { SuggestedReferences } from '../../forms/suggested-references.js';
import { seeOther, type Page, type Reply } from '../../layout/reply.js';
import { Reading } from '../../reading/reading.js';
import { KeepsWhatWasTyped, Needs } from '../../security/needs.js';
import { HouseOf } from '../../visits/house-of.js';
import { visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { applyModel, changedMeanwhile, checkModel, whoseModel, withoutDeclarations, writtenIn, type Applying, type KnownBefore, type PartnerTold } from './applying-model.js';
import { FilesOfTheForm } from './files-of-the-form.js';
import { withFiles } from './file-answers.js';
import { typedFrom } from './questions-as-fields.js';
import { wordsSentBefore } from './sent-before.js';

/** An application by the questions of its round: written, checked, and sent. What the body told before is filled in. */
@Controller('rounds/:ref/apply')
@Needs('application:submit')
@KeepsWhatWasTyped()
export class ApplyingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reading: Reading,
    private readonly suggested: SuggestedReferences,
    private readonly kept: Kept,
    private readonly house: HouseOf,
  ) {}

  @Get()
  async ask(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    if (visit.past) throw new BadRequest([{ field: '', message: 'Nothing can be sent in the past. Return to today first' }]);
    const { words, notice, key } = await this.kept.typedBefore(visit);
    const applying = await this.#applying(visit, ref, words ?? visit.query);
    if ('kind' in applying) return applying;
    const known = await this.#known(applying);
    const standing = applying.before ? (await withFiles(applying.form.questions, wordsSentBefore(applying.before), [], this.house.files)).words : undefined;
    const filled = words ?? standing ?? Object.assign({}, ...known.map((each) => each.words)) as Words;
    return applyModel(applying, { words: filled, problems: [], known, notice, key, suggestions: await this.suggested.forForm(visit, ref) });
  }

  @Post()
  @UseInterceptors(FilesOfTheForm)
  async send(@Req() request: VisitedRequest, @Param('ref') ref: string, @Body() body: unknown): Promise<Reply> {
    const visit = visitOf(request);
    const { session } = visit;
    if (!session) throw new NotSignedIn();
    const { _checked: checked, _change: change, ...typed } = wordsOf(body);
    const applying = await this.#applying(visit, ref, typed);
    if ('kind' in applying) return applying;
    const sent = filesSentWith(request);
    const { words, problems: found } = await withFiles(applying.form.questions, typed, sent, this.house.files);
    const isFull = sent.some((each) => 'isFull' in each);
    const again = async (state: Partial<Parameters<typeof applyModel>[1]>): Promise<Page> =>
      applyModel(applying, { words, problems: [], known: await this.#known(applying), key: words['_key'], suggestions: await this.suggested.forForm(visit, ref), ...state });
    const changed = changedMeanwhile(applying, words);
    if (changed !== undefined) return again({ words: withoutDeclarations(applying, words), sentence: changed, problems: found, status: 409 });
    if (words['_more']) return again({ words: withMoreRows(words), problems: found });
    if (words['_row']) return again({ words: withRowMoved(words), problems: found });
    if (change !== undefined) return again({});
    const written = writtenIn(applying, words, found);
    if (!written.ok) return again({ problems: written.problems, status: isFull ? 507 : 400 });
    if (checked === undefined) return checkModel(applying, words, written.answers, await this.#partnersIn(visit, written.partners));

    const key = words['_key'] ? { key: `web:${session.actor}:${words['_key'].slice(0, 64)}` } : {};
    const outcome = await this.commands.execute(new RunCommand(applying.command, written.input, { actor: session.actor, role: session.role, ...key }));
    switch (outcome.outcome) {
      case 'done':
        return seeOther(`/applications/${outcome.reference}?done=${pathOf(applying.command.name)}&after=${outcome.position}`);
      case 'invalid':
        return again({ problems: outcome.problems, status: 400 });
      case 'refused':
        return again({ sentence: outcome.sentence, status: 409 });
      case 'not-permitted':
        throw new NotPermitted(outcome.permission, outcome.heldBy, outcome.because);
      case 'not-found':
        return again({ sentence: `${outcome.what}. Check the reference`, status: 400 });
      case 'key-reused':
        return again({ key: undefined, sentence: `This form was sent before with another ${outcome.differs}, and that was stored. Send it again if you mean this one as well`, status: 409 });
      case 'overtaken':
        return again({ sentence: 'Others applied at the same time. Nothing was stored; what you wrote is kept. Send it again', status: 412 });
    }
  }

  /** Who applies for what; or the page that asks for whom. A recipient applies for its own body. */
  async #applying(visit: Visit, ref: string, { organisation: named, again }: Words): Promise<Applying | Page> {
    if (!isReference(ref, 'RD')) throw new NoSuchThing(`"${ref}" is not the reference of a round, like RD-2012-001`);
    const form = await this.reading.form(visit, ref);
    if (!form) throw new NoSuchThing(`There is no form for the round ${ref}. A programme manager sets one on the page of the round`);
    const own = await this.#ownBody(visit);
    if (again !== undefined) return this.#again(form, again, own);
    const command = commandNamed('SubmitApplication');
    const organisation = own ?? named;
    if (organisation === undefined) return whoseModel(form, command, await this.suggested.forForm(visit, ref), []);
    const found = isReference(organisation, 'OR') ? await this.reading.organisation(visit, organisation) : undefined;
    if (!found) return whoseModel(form, command, await this.suggested.forForm(visit, ref), [{ field: 'organisation', message: `There is no organisation ${organisation}. Take one of those that are offered` }]);
    return { form, command, organisation, organisationName: found.name, mayBeLate: own === undefined };
  }

  /** An application that was sent and is sent again, by the body itself or by whoever sends them for others. */
  async #again(form: Applying['form'], reference: string, own: string | undefined): Promise<Applying> {
    const before = isReference(reference, 'AP') ? await this.house.engine.stateOf(application, reference) : undefined;
    if (!before || before.stage === 'absent' || before.budget.round !== form.round || (own !== undefined && own !== before.organisation)) {
      throw new NoSuchThing(`There is no application ${reference} for ${form.round} that you may send again`);
    }
    const { organisation, organisationName } = before;
    return { form, command: commandNamed('ResubmitApplication'), organisation, organisationName, mayBeLate: false, again: reference, before };
  }

  /** As whoever sends it knows them: by their names, each with its role. */
  #partnersIn(visit: Visit, partners: readonly PartnerTold[]): Promise<readonly string[]> {
    return Promise.all(partners.map(async ({ organisation, role }) => {
      const found = await this.reading.organisation(visit, organisation);
      return `${found?.name ?? organisation} (${partnerRole.spec.show(role)})`;
    }));
  }

  async #ownBody({ session }: Visit): Promise<string | undefined> {
    if (!session) throw new NotSignedIn();
    const today: IsoDate = londonDate(this.house.clock.now());
    const state = await this.house.engine.stateOf(person, refOfPerson(session.actor));
    return grantsOn(state, today).find(({ role }) => role === session.role)?.organisation;
  }

  /** From the body's own stream: whoever applies for it may see what it told, and nobody sees another's here. */
  async #known({ organisation, form, before }: Applying): Promise<KnownBefore> {
    if (before) return [];
    const { known } = await this.house.engine.stateOf(profile, organisation);
    const answers = form.questions.map(({ code, reusable }) => (reusable ? kept(known, code)?.answer : undefined));
    const files = await this.house.files.find(answers.flatMap((answer) => (answer?.kind === 'file' ? [answer.digest] : [])));
    return form.questions.flatMap(({ code, reusable, answer }) => {
      const told = reusable && answer.kind !== 'declaration' ? kept(known, code) : undefined;
      if (told?.answer.kind === 'file' && !files.has(told.answer.digest)) return []; // kept elsewhere: it must be sent to be read here
      return told?.answer.kind === answer.kind ? [{ question: code, on: told.on, words: typedFrom(told.answer, `answers.${code}`) }] : [];
    });
  }
}
