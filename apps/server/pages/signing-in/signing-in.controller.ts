import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { Clock } from '#platform/event-store';
import { isRole, maySignInAs, roles, type AccessLog, type Role } from '#platform/access';
import { BadRequest, NotPermitted } from '../../errors/troubles.js';
import { wordsOf } from '../../forms/read-form.js';
import { seeOther, template, type Reply } from '../../layout/reply.js';
import { OpenToAll } from '../../security/needs.js';
import type { SessionCookie } from '../../security/session-cookie.js';
import { Sessions } from '../../security/sessions.js';
import { visitOf, type VisitedRequest } from '../../visits/visit.js';

interface SigningInModel {
  readonly back: string | undefined;
  readonly choices: readonly { readonly role: Role; readonly title: string; readonly does: string }[];
}
const signingInPage = template<SigningInModel>('pages/signing-in/signing-in.njk');
const accountsToCome = template<object>('pages/signing-in/accounts-to-come.njk');

/** What signing in needs to know about this server. */
export abstract class Gatehouse {
  abstract readonly kind: 'demonstration' | 'live';
  abstract readonly clock: Clock;
  abstract readonly access: AccessLog;
  abstract readonly cookie: SessionCookie;
}

/** A path of ours to come back to, or nothing: never another site. */
export const pathBack = (text: string | undefined): string | undefined => (text !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(text) && !/^\/sign-/.test(text) ? text : undefined);

@Controller()
@OpenToAll()
export class SigningInController {
  constructor(
    private readonly sessions: Sessions,
    private readonly gatehouse: Gatehouse,
  ) {}

  @Get('sign-in')
  ask(@Req() request: VisitedRequest): Reply {
    if (this.gatehouse.kind === 'live') return accountsToCome('Sign in', {});
    const choices = maySignInAs.map((role) => ({ role, title: roles[role].title, does: roles[role].does }));
    return signingInPage('Choose who you are', { back: pathBack(visitOf(request).query['back']), choices });
  }

  @Post('sign-in')
  signIn(@Req() request: VisitedRequest, @Body() body: unknown): Reply {
    const { kind, cookie, access, clock } = this.gatehouse;
    const { role = '', back } = wordsOf(body);
    // A live store has no accounts yet, so nobody gets in: a role that is only chosen proves nothing.
    if (kind === 'live') throw new NotPermitted('sign-in', []);
    if (!isRole(role) || !maySignInAs.includes(role)) throw new BadRequest([{ field: 'role', message: 'There is no such role. Choose one from the list' }]);
    const session = this.sessions.begin(role, cookie.read(request.headers.cookie));
    access.note({ at: clock.now(), actor: session.actor, role, asked: 'sign-in', outcome: 'done' });
    return seeOther(pathBack(back) ?? '/', cookie.write(session.id));
  }

  @Post('sign-out')
  signOut(@Req() request: VisitedRequest): Reply {
    const { cookie, access, clock } = this.gatehouse;
    const { session } = visitOf(request);
    if (session) {
      this.sessions.end(session.id);
      access.note({ at: clock.now(), actor: session.actor, role: session.role, asked: 'sign-out', outcome: 'done' });
    }
    return seeOther('/sign-in', cookie.write(undefined));
  }
}
