import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { showDate, type IsoDate, type Permission } from '#kernel';
import { RunCommand } from '#platform/buses';
import type { Outcome } from '#platform/engine';
import { NotPermitted } from '../../errors/troubles.js';
import { commandNamed } from '../../forms/command-paths.js';
import { wordsOf, type Words } from '../../forms/read-form.js';
import { template, type Page, type Reply, type ShownProblem } from '../../layout/reply.js';
import { roleInWords } from '../../layout/words.js';
import { Needs } from '../../security/needs.js';
import type { Session } from '../../security/sessions.js';
import { dateTyped } from '../../visits/date-typed.js';
import { visitOf, type VisitedRequest } from '../../visits/visit.js';
import { Gatehouse } from '../signing-in/gatehouse.js';
import { sessionOf } from './session-of.js';

interface TokenModel {
  readonly key: string;
  readonly role: string;
  readonly scope: readonly { readonly permission: string; readonly checked: boolean }[];
  readonly boxes: readonly string[];
  readonly scopeError: string | undefined;
  readonly expiryError: string | undefined;
}
interface SecretModel {
  readonly number: number;
  readonly secret: string | undefined;
  readonly role: string;
  readonly until: string;
}
const tokenPage = template<TokenModel>('pages/account/token.njk');
const secretPage = template<SecretModel>('pages/account/secret.njk');
const trail = [{ text: 'My account', href: '/account' }];
/** What no token may hold: a leaked one must not be able to make more of itself. */
const handsOn = /^(token|role|people):/;

/** Issuing a token for programs. The log says that it was issued and for what; the secret is shown here, once. */
@Controller('account/tokens')
@Needs('token:issue')
export class TokensController {
  constructor(
    private readonly gatehouse: Gatehouse,
    private readonly commands: CommandBus,
  ) {}

  @Get()
  ask(@Req() request: VisitedRequest): Reply {
    return form(sessionOf(visitOf(request)), {}, []);
  }

  @Post()
  async issue(@Req() request: VisitedRequest, @Body() body: unknown): Promise<Reply> {
    const session = sessionOf(visitOf(request));
    const { actor, role } = session;
    const words = wordsOf(body);
    const expires = dateTyped(words, 'expiresOn');
    const scope = scopeIn(session, words).filter(({ checked }) => checked).map(({ permission }) => ({ permission }));
    if (scope.length === 0) return form(session, words, [{ field: 'scope', message: 'Choose what the token may do', anchor: 'scope-1' }]);
    if (!expires?.ok) return form(session, words, [{ field: 'expiresOn', message: expires?.message ?? 'Enter the last day on which it counts', anchor: 'expiresOn-day' }]);
    const key = words['_key'] ? { key: `web:${actor}:${words['_key'].slice(0, 64)}` } : {};
    const outcome = await this.commands.execute(new RunCommand(commandNamed('IssueApiToken'), { role, scope, expiresOn: expires.date }, { actor, role, ...key }));
    if (outcome.outcome !== 'done') return form(session, words, [{ field: '', message: reasonOf(outcome) }]);
    const { number } = outcome.events.find(({ type }) => type === 'ApiTokenIssued')?.data as { number: number };
    return this.#secret(session, number, expires.date, outcome.repeated);
  }

  /** A page that is loaded again shows no secret: the first one may be in use already, and a second would end it. */
  async #secret({ actor, role }: Session, number: number, expiresOn: IsoDate, isRepeated: boolean): Promise<Page> {
    const secret = isRepeated ? undefined : await this.gatehouse.accounts.keepToken(actor, number, expiresOn);
    return secretPage(`Token ${number}`, { number, secret, role: roleInWords(role), until: showDate(expiresOn) }, { trail });
  }
}

const scopeIn = ({ may }: Session, words: Words): readonly { readonly permission: Permission; readonly checked: boolean }[] =>
  [...may].filter((permission) => !handsOn.test(permission)).sort().map((permission) => ({ permission, checked: words[`scope.${permission}`] !== undefined }));

function form(session: Session, words: Words, problems: readonly ShownProblem[]): Page {
  const errorOf = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  return tokenPage(
    'Issue a token',
    {
      key: words['_key'] ?? randomUUID(), role: roleInWords(session.role), scope: scopeIn(session, words), scopeError: errorOf('scope'), expiryError: errorOf('expiresOn'),
      boxes: ['day', 'month', 'year'].map((box) => words[`expiresOn-${box}`] ?? ''),
    },
    { trail, problems, ...(problems.length > 0 ? { status: 400 } : {}) },
  );
}

function reasonOf(outcome: Exclude<Outcome, { outcome: 'done' }>): string {
  switch (outcome.outcome) {
    case 'refused':
      return outcome.sentence;
    case 'invalid':
      return outcome.problems.map(({ message }) => message).join('. ');
    case 'not-permitted':
      throw new NotPermitted(outcome.permission, outcome.heldBy, outcome.because);
    case 'key-reused':
      return `This form was sent before with another ${outcome.differs}. Open the page again for another token`;
    case 'not-found':
      return outcome.what;
    case 'overtaken':
      return 'Others changed the same thing at the same time. Nothing was stored. Send it again';
  }
}
