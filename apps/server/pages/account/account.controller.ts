import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { londonDate, type Person } from '#kernel';
import { grantsOn, isRole, person as personStream, refOfPerson, roles as allRoles, type Role } from '#domain/people';
import { personPage, type GrantRow } from '#views/people';
import { BadRequest } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { wordsOf } from '../../forms/read-form.js';
import { Names } from '../../layout/names.js';
import { seeOther, template, type Reply } from '../../layout/reply.js';
import { atInWords, inWords, roleInWords } from '../../layout/words.js';
import { foldedAt } from '../../reading/folded.js';
import { NeedsAPerson } from '../../security/needs.js';
import { Sessions } from '../../security/sessions.js';
import { HouseOf } from '../../visits/house-of.js';
import { visitOf, type VisitedRequest } from '../../visits/visit.js';
import { Gatehouse } from '../signing-in/gatehouse.js';
import { pathBack } from '../signing-in/path-back.js';
import { sessionOf } from './session-of.js';

interface AccountModel {
  readonly name: string | undefined;
  readonly person: string;
  readonly hasPassphrase: boolean;
  readonly held: readonly { readonly role: string; readonly title: string; readonly period: string; readonly from: string | undefined; readonly organisation: string | undefined; readonly lendHref: string | undefined }[];
  readonly lent: readonly { readonly title: string; readonly to: string; readonly period: string; readonly takeBackHref: string }[];
  readonly sessions: readonly { readonly handle: string; readonly role: string; readonly started: string; readonly seen: string; readonly isThis: boolean }[];
  readonly tokens: readonly { readonly number: number; readonly role: string; readonly scope: string; readonly until: string; readonly state: string; readonly revokeHref: string | undefined }[];
}
interface RoleModel {
  readonly back: string | undefined;
  readonly current: string;
  readonly choices: readonly { readonly role: Role; readonly title: string; readonly does: string }[];
}
const period = (startsOn: string, endsOn: string | null | undefined): string => `from ${inWords(startsOn)}${endsOn ? ` to ${inWords(endsOn)}` : ''}`;

const accountPage = template<AccountModel>('pages/account/account.njk');
const rolePage = template<RoleModel>('pages/account/role.njk');

/** What is a person's own: how they sign in, where they are signed in, the roles they hold and lend, the tokens that speak for them. */
@Controller('account')
@NeedsAPerson()
export class AccountController {
  constructor(
    private readonly sessions: Sessions,
    private readonly gatehouse: Gatehouse,
    private readonly house: HouseOf,
    private readonly names: Names,
  ) {}

  @Get()
  async show(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const { id, actor, name } = sessionOf(visit);
    const { accounts, clock, kind } = this.gatehouse;
    const today = londonDate(clock.now());
    const { state } = await foldedAt(this.house.store, personStream, refOfPerson(actor));
    const tokens = state.stage === 'absent' ? [] : state.tokens;
    const lent = await this.#lentBy(actor);
    return accountPage('My account', {
      name,
      person: actor,
      hasPassphrase: kind === 'live',
      held: grantsOn(state, today).map(({ role, startsOn, endsOn, delegatedBy, organisationName }) => ({
        role,
        title: roleInWords(role),
        period: period(startsOn, endsOn),
        from: delegatedBy && this.names.called(delegatedBy),
        organisation: organisationName,
        lendHref: delegatedBy ? undefined : `/do/delegate-role?role=${role}`,
      })),
      lent: lent.filter(({ endedOn, endsOn }) => endedOn === null && (endsOn === null || endsOn >= today)).map(({ person, number, role, startsOn, endsOn }) => ({
        title: roleInWords(role), to: this.names.called(person), period: period(startsOn, endsOn), takeBackHref: `/do/take-back-role?from=${person}&number=${number}`,
      })),
      sessions: (await accounts.sessionsOf(actor)).map(({ handle, role, startedAt, lastSeenAt, isThis }) => ({
        handle, role: roleInWords(role), started: atInWords(startedAt), seen: atInWords(lastSeenAt), isThis: isThis(id),
      })),
      tokens: tokens.map(({ number, role, scope, expiresOn, revoked }) => ({
        number, role: roleInWords(role), scope: scope.join(', '), until: inWords(expiresOn),
        state: revoked ? 'Revoked' : expiresOn < today ? 'Expired' : 'In use',
        revokeHref: revoked || expiresOn < today ? undefined : `/do/revoke-api-token?person=${actor}&number=${number}`,
      })),
    }, { done: doneSentence(visit) });
  }

  /** Their own, so that it takes no permission to read about people. */
  async #lentBy(person: Person): Promise<readonly GrantRow[]> {
    const asked = await this.house.views.ask(personPage, { person });
    return (asked.outcome === 'answered' ? asked.answer?.lent : undefined) ?? [];
  }

  @Post('sessions/end')
  async endSession(@Req() request: VisitedRequest, @Body() body: unknown): Promise<Reply> {
    const { actor } = sessionOf(visitOf(request));
    await this.gatehouse.accounts.endSessionOf(actor, wordsOf(body)['session'] ?? '');
    return seeOther('/account');
  }

  @Get('role')
  askRole(@Req() request: VisitedRequest): Reply {
    const visit = visitOf(request);
    const { role, roles } = sessionOf(visit);
    const choices = roles.map((each) => ({ role: each, title: allRoles[each].title, does: allRoles[each].does }));
    return rolePage('Which role do you act in?', { back: pathBack(visit.query['back']), current: role, choices });
  }

  /** Under another role everything else is another session too: the id changes, so that an old one is worth nothing. */
  @Post('role')
  async takeRole(@Req() request: VisitedRequest, @Body() body: unknown): Promise<Reply> {
    const session = sessionOf(visitOf(request));
    const { role = '', back } = wordsOf(body);
    if (!isRole(role) || !session.roles.includes(role)) throw new BadRequest([{ field: 'role', message: 'You do not hold that role today. Choose one of those on the page' }]);
    const { cookie, access, clock } = this.gatehouse;
    const id = await this.sessions.turn(session, role);
    await access.note({ at: clock.now(), actor: session.actor, role, asked: 'change-role', outcome: 'done', because: session.role });
    return seeOther(pathBack(back) ?? '/', cookie.write(id));
  }
}
