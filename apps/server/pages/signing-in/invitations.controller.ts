import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { Problem } from '#kernel';
import { NoSuchThing } from '../../errors/troubles.js';
import { ownFields, ownProblems, type OwnField, type OwnFieldShown } from '../../forms/own-form.js';
import { wordsOf, type Words } from '../../forms/read-form.js';
import { template, type Page, type Reply } from '../../layout/reply.js';
import type { Invitation, Purpose } from '#platform/accounts';
import { OpenToAll } from '../../security/needs.js';
import { visitOf, type VisitedRequest } from '../../visits/visit.js';
import { ComingIn } from './coming-in.js';
import { FirstAdministrator } from './first-administrator.js';
import { Gatehouse } from './gatehouse.js';

interface InvitationModel {
  readonly about: string;
  readonly action: string;
  readonly button: string;
  readonly fields: readonly OwnFieldShown[];
}
const invitationPage = template<InvitationModel>('pages/signing-in/invitation.njk');

const passphrases: readonly OwnField[] = [
  { name: 'passphrase', label: 'Passphrase', hint: 'At least 12 characters. A few words that nobody would guess are better than one that is hard to type', secret: true, autocomplete: 'new-password' },
  { name: 'again', label: 'The same passphrase again', secret: true, autocomplete: 'new-password' },
];
const all: readonly OwnField[] = [
  { name: 'signInName', label: 'Sign-in name', hint: 'What you will type to sign in, such as your e-mail address', autocomplete: 'username' },
  { name: 'displayName', label: 'Your name', hint: 'As colleagues see it. It is never written into the log', autocomplete: 'name' },
  ...passphrases,
];
const said: Readonly<Record<Purpose, { readonly title: string; readonly about: string; readonly button: string; readonly fields: readonly OwnField[] }>> = {
  'first-administrator': {
    title: 'Become the first administrator', button: 'Become administrator', fields: all,
    about: 'Nobody administers this store yet. An administrator registers people and gives them their roles, and neither decides nor moves money.',
  },
  join: { title: 'Your account', about: 'Choose how you will sign in. What you may do here is decided by the roles that you are given.', button: 'Make my account', fields: all },
  reset: { title: 'A new passphrase', about: 'Your sign-in name stays as it is. Every session that you have open ends.', button: 'Set passphrase', fields: passphrases },
};

/** One-time links: whoever holds one chooses a sign-in name and a passphrase, once. */
@Controller()
@OpenToAll()
export class InvitationsController {
  constructor(
    private readonly gatehouse: Gatehouse,
    private readonly first: FirstAdministrator,
    private readonly comingIn: ComingIn,
  ) {}

  @Get(['first-administrator/:token', 'invitation/:token'])
  async ask(@Req() request: VisitedRequest, @Param('token') token: string): Promise<Reply> {
    const { purpose, displayName } = await this.#invitation(token);
    return page(visitOf(request).path, purpose, displayName === undefined ? {} : { displayName }, []);
  }

  @Post(['first-administrator/:token', 'invitation/:token'])
  async accept(@Req() request: VisitedRequest, @Param('token') token: string, @Body() body: unknown): Promise<Reply> {
    const { purpose } = await this.#invitation(token);
    const { path } = visitOf(request);
    const words = wordsOf(body);
    const { signInName = '', displayName = '', passphrase = '', again = '' } = words;
    const missing = said[purpose].fields.filter(({ name }) => (words[name] ?? '').trim() === '').map(({ name, label }): Problem => ({ field: name, message: `Enter ${label.charAt(0).toLowerCase()}${label.slice(1)}` }));
    if (missing.length > 0) return page(path, purpose, words, missing);
    if (passphrase !== again) return page(path, purpose, words, [{ field: 'again', message: 'The two passphrases differ. Type the same one twice' }]);
    const accepted = await this.gatehouse.accounts.acceptInvitation(token, { signInName: signInName.trim(), displayName: displayName.trim(), passphrase });
    if (!accepted.ok) return page(path, purpose, words, accepted.problems);
    await this.comingIn.note(accepted.person, '', 'done', 'invitation');
    if (purpose === 'first-administrator') await this.first.take(accepted.person);
    return this.comingIn.letIn(accepted.person, request, undefined);
  }

  async #invitation(token: string): Promise<Invitation> {
    const invitation = await this.gatehouse.accounts.invitation(token);
    if (invitation && (invitation.purpose !== 'first-administrator' || (await this.first.isWanted()))) return invitation;
    await this.comingIn.note('nobody', '', 'failed', 'invitation');
    throw new NoSuchThing('This link was used, or its time is over. Ask an administrator for a new one; the first administrator finds a new one on the console at every start');
  }
}

function page(action: string, purpose: Purpose, words: Words, problems: readonly Problem[]): Page {
  const { title, about, button, fields } = said[purpose];
  return invitationPage(title, { about, action, button, fields: ownFields(fields, words, problems) }, { problems: ownProblems(fields, problems), ...(problems.length > 0 ? { status: 400 } : {}) });
}
