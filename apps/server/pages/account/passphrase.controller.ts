import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { Problem } from '#kernel';
import { NoSuchThing } from '../../errors/troubles.js';
import { ownFields, ownProblems, type OwnField, type OwnFieldShown } from '../../forms/own-form.js';
import { wordsOf } from '../../forms/read-form.js';
import { template, type Page, type Reply } from '../../layout/reply.js';
import { NeedsAPerson } from '../../security/needs.js';
import { visitOf, type VisitedRequest } from '../../visits/visit.js';
import { Gatehouse } from '../signing-in/gatehouse.js';
import { sessionOf } from './session-of.js';

const passphrasePage = template<{ readonly fields: readonly OwnFieldShown[] }>('pages/account/passphrase.njk');
const fields: readonly OwnField[] = [
  { name: 'current', label: 'Your passphrase now', secret: true, autocomplete: 'current-password' },
  { name: 'passphrase', label: 'New passphrase', hint: 'At least 12 characters. A few words that nobody would guess are better than one that is hard to type', secret: true, autocomplete: 'new-password' },
  { name: 'again', label: 'The same new passphrase again', secret: true, autocomplete: 'new-password' },
];

/** Changing one's own passphrase: it takes the present one, and ends every other session. */
@Controller('account/passphrase')
@NeedsAPerson()
export class PassphraseController {
  constructor(private readonly gatehouse: Gatehouse) {}

  @Get()
  ask(): Reply {
    this.#mustHaveAccounts();
    return page([]);
  }

  @Post()
  async change(@Req() request: VisitedRequest, @Body() body: unknown): Promise<Reply> {
    this.#mustHaveAccounts();
    const { id, actor, role } = sessionOf(visitOf(request));
    const words = wordsOf(body);
    const { current = '', passphrase = '', again = '' } = words;
    const missing = fields.filter(({ name }) => (words[name] ?? '') === '').map(({ name, label }): Problem => ({ field: name, message: `Enter ${label.charAt(0).toLowerCase()}${label.slice(1)}` }));
    if (missing.length > 0) return page(missing);
    if (passphrase !== again) return page([{ field: 'again', message: 'The two new passphrases differ. Type the same one twice' }]);
    const { accounts, access, clock } = this.gatehouse;
    const came = await accounts.changePassphrase(actor, current, passphrase);
    await access.note({ at: clock.now(), actor, role, asked: 'change-passphrase', outcome: came.ok ? 'done' : 'failed' });
    if (!came.ok) return page(came.problems);
    for (const each of await accounts.sessionsOf(actor)) if (!each.isThis(id)) await accounts.endSessionOf(actor, each.handle);
    return page([], 'Your passphrase is changed, and every other session of yours has ended.');
  }

  #mustHaveAccounts(): void {
    if (this.gatehouse.kind === 'demonstration') throw new NoSuchThing('In a demonstration nobody has a passphrase');
  }
}

const page = (problems: readonly Problem[], done?: string): Page =>
  passphrasePage('Change your passphrase', { fields: ownFields(fields, {}, problems) }, { problems: ownProblems(fields, problems), done, trail: [{ text: 'My account', href: '/account' }], ...(problems.length > 0 ? { status: 400 } : {}) });
