import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { toPerson, type Problem } from '#kernel';
import { isRole, maySignInAs, roles, type Role } from '#domain/people';
import { BadRequest, TooMany } from '../../errors/troubles.js';
import { ownFields, ownProblems, type OwnField, type OwnFieldShown } from '../../forms/own-form.js';
import { wordsOf, type Words } from '../../forms/read-form.js';
import { seeOther, template, type Reply } from '../../layout/reply.js';
import { OpenToAll } from '../../security/needs.js';
import { Sessions } from '../../security/sessions.js';
import { visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { ComingIn } from './coming-in.js';
import { Gatehouse } from './gatehouse.js';
import { pathBack } from './path-back.js';

/** Why somebody is asked who was signed in a moment ago, and whether a form waits for them. */
interface Before {
  readonly ended: string | undefined;
  readonly isFormKept: boolean;
  readonly back: string | undefined;
}
interface RolesModel extends Before {
  readonly choices: readonly { readonly role: Role; readonly title: string; readonly does: string }[];
}
interface AccountModel extends Before {
  readonly fields: readonly OwnFieldShown[];
}
const rolesPage = template<RolesModel>('pages/signing-in/signing-in.njk');
const accountPage = template<AccountModel>('pages/signing-in/by-account.njk');

const asked: readonly OwnField[] = [
  { name: 'signInName', label: 'Sign-in name', autocomplete: 'username' },
  { name: 'passphrase', label: 'Passphrase', secret: true, autocomplete: 'current-password' },
];
/** One sentence for every way of failing, so that nobody learns which names have an account. */
const notRight = 'The sign-in name and the passphrase do not belong together. Check both; an administrator can send a new link';
const endings = { idle: 'You were signed out after half an hour without use.', expired: 'You were signed out after twelve hours.', 'signed-out': undefined };

@Controller()
@OpenToAll()
export class SigningInController {
  constructor(
    private readonly sessions: Sessions,
    private readonly gatehouse: Gatehouse,
    private readonly comingIn: ComingIn,
  ) {}

  @Get('sign-in')
  ask(@Req() request: VisitedRequest): Reply {
    const visit = visitOf(request);
    return this.#page(visit, { back: visit.query['back'] ?? '' }, []);
  }

  @Post('sign-in')
  async signIn(@Req() request: VisitedRequest, @Body() body: unknown): Promise<Reply> {
    const words = wordsOf(body);
    if (this.gatehouse.kind === 'demonstration') return this.#asRole(request, words);
    const { signInName = '', passphrase = '' } = words;
    if (signInName.trim() === '') return this.#page(visitOf(request), words, [{ field: 'signInName', message: 'Enter your sign-in name' }]);
    const came = await this.gatehouse.accounts.signIn(signInName.trim(), passphrase);
    if (came.ok) return this.comingIn.letIn(came.person, request, words['back']);
    // The name is not noted: what stands in its box may be a passphrase.
    await this.comingIn.note(came.person ?? 'nobody', '', 'failed');
    if (came.because === 'wait') throw new TooMany(came.seconds);
    return this.#page(visitOf(request), words, [{ field: 'signInName', message: notRight }]);
  }

  @Post('sign-out')
  async signOut(@Req() request: VisitedRequest): Promise<Reply> {
    const { session } = visitOf(request);
    if (session) {
      await this.sessions.end(session.id);
      await this.comingIn.note(session.actor, session.role, 'done', 'sign-out');
    }
    return seeOther('/sign-in', this.gatehouse.cookie.write(undefined));
  }

  /** In a demonstration nobody has an account: each role has its person, and a second one for what takes two. */
  async #asRole(request: VisitedRequest, { role = '', second, back }: Words): Promise<Reply> {
    const wanted = second ?? role;
    if (!isRole(wanted) || !maySignInAs.includes(wanted)) throw new BadRequest([{ field: 'role', message: 'There is no such role. Choose one from the list' }]);
    return this.comingIn.letIn(toPerson(`demo-${wanted}${second === undefined ? '' : '-2'}`), request, back, wanted);
  }

  #page(visit: Visit, words: Words, problems: readonly Problem[]): Reply {
    const back = pathBack(words['back']);
    const before = { back, ended: visit.ended && endings[visit.ended.ended], isFormKept: /[?&]kept=/.test(back ?? '') };
    if (this.gatehouse.kind === 'demonstration') {
      return rolesPage('Choose who you are', { ...before, choices: maySignInAs.map((role) => ({ role, title: roles[role].title, does: roles[role].does })) });
    }
    return accountPage('Sign in', { ...before, fields: ownFields(asked, words, problems) }, { problems: ownProblems(asked, problems), ...(problems.length > 0 ? { status: 400 } : {}) });
  }
}
