import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { isPerson, toPerson, type Person, type Problem } from '#kernel';
import { person as personStream } from '#domain/people';
import { newPerson } from '#platform/accounts';
import { RunCommand } from '#platform/buses';
import { NoSuchThing, NotPermitted } from '../../errors/troubles.js';
import { commandNamed } from '../../forms/command-paths.js';
import { Kept } from '../../forms/kept.js';
import { ownFields, ownProblems, type OwnField, type OwnFieldShown } from '../../forms/own-form.js';
import { wordsOf, type Words } from '../../forms/read-form.js';
import { Names } from '../../layout/names.js';
import { template, type Page, type Reply } from '../../layout/reply.js';
import { foldedAt } from '../../reading/folded.js';
import { KeepsWhatWasTyped, Needs } from '../../security/needs.js';
import { HouseOf } from '../../visits/house-of.js';
import { visitOf, type VisitedRequest } from '../../visits/visit.js';
import { sessionOf } from '../account/session-of.js';
import { Gatehouse } from '../signing-in/gatehouse.js';

interface RegisterModel {
  readonly person: string;
  readonly key: string;
  readonly notice: string | undefined;
  readonly fields: readonly OwnFieldShown[];
}
interface LinkModel {
  readonly name: string;
  readonly address: string | undefined;
  readonly hours: number;
  readonly back: string;
}
const registerPage = template<RegisterModel>('pages/people/register.njk');
const linkPage = template<LinkModel>('pages/people/invitation-link.njk');
const trail = [{ text: 'People', href: '/people' }];
const fields: readonly OwnField[] = [{ name: 'displayName', label: 'Their name', hint: 'As colleagues will see it. It goes to the account; the log holds only a random id' }];
/** Long enough for a weekend. */
const hours = 96;

/** Registering people and sending them links. A link is shown once: only its hash is kept. */
@Controller('people')
@Needs('people:register')
export class RegisteringController {
  constructor(
    private readonly gatehouse: Gatehouse,
    private readonly commands: CommandBus,
    private readonly house: HouseOf,
    private readonly names: Names,
    private readonly kept: Kept,
  ) {}

  @Get('register')
  async ask(@Req() request: VisitedRequest): Promise<Reply> {
    const { words = {}, notice } = await this.kept.typedBefore(visitOf(request));
    return form(words, [], notice);
  }

  @Post('register')
  @KeepsWhatWasTyped()
  async register(@Req() request: VisitedRequest, @Body() body: unknown): Promise<Reply> {
    const { actor, role } = sessionOf(visitOf(request));
    const words = wordsOf(body);
    const displayName = (words['displayName'] ?? '').trim();
    const { person: id = '' } = words;
    if (displayName === '' || displayName.length > 200) return form(words, [{ field: 'displayName', message: 'Enter their name, in up to 200 characters' }]);
    const person: Person = isPerson(id) && /^person:[0-9a-f]{16}$/.test(id) ? id : newPerson();
    const key = words['_key'] ? { key: `web:${actor}:${words['_key'].slice(0, 64)}` } : {};
    const outcome = await this.commands.execute(new RunCommand(commandNamed('RegisterPerson'), { person }, { actor, role, ...key }));
    if (outcome.outcome === 'not-permitted') throw new NotPermitted(outcome.permission, outcome.heldBy, outcome.because);
    if (outcome.outcome !== 'done') return form({ displayName }, [{ field: '', message: outcome.outcome === 'refused' ? outcome.sentence : 'Nobody was registered. Send it again' }]);
    await this.gatehouse.accounts.rename(person, displayName);
    await this.names.refresh();
    return this.#link(request, person, outcome.repeated);
  }

  @Post(':ref/invitation')
  async invite(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    if (!isPerson(`person:${ref}`)) throw new NoSuchThing(`"${ref}" is not a person of the log`);
    const { state } = await foldedAt(this.house.store, personStream, ref);
    if (state.stage !== 'registered') throw new NoSuchThing(`Nobody is registered as person:${ref}, or they have left`);
    return this.#link(request, toPerson(ref), false);
  }

  async #link(request: VisitedRequest, person: Person, isRepeated: boolean): Promise<Page> {
    const { accounts, access, clock, addressFor } = this.gatehouse;
    const { actor, role } = sessionOf(visitOf(request));
    const hasAccount = (await accounts.people()).some((each) => each.person === person && each.signInName !== undefined);
    // A page that is loaded again shows no second link: it would void the first, which may be in the post already.
    const token = isRepeated ? undefined : await accounts.invite(person, hasAccount ? 'reset' : 'join', { hours });
    if (token !== undefined) await access.note({ at: clock.now(), actor, role, asked: 'invite', outcome: 'done', because: person });
    const address = token && addressFor(request, `/invitation/${token}`);
    return linkPage(hasAccount ? 'A link for a new passphrase' : 'An invitation', { name: this.names.called(person), address, hours, back: `/people/${person.slice('person:'.length)}` }, { trail });
  }
}

function form(words: Words, problems: readonly Problem[], notice?: string): Page {
  const model = { person: words['person'] ?? newPerson(), key: words['_key'] ?? randomUUID(), notice, fields: ownFields(fields, words, problems) };
  return registerPage('Register a person', model, { trail, problems: ownProblems(fields, problems), ...(problems.length > 0 ? { status: 400 } : {}) });
}
