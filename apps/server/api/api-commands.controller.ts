import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { fieldsOf, type CommandDeclaration } from '#kernel';
import { RunCommand } from '#platform/buses';
import type { Done, Outcome } from '#platform/engine';
import { apiRoot } from '#platform/openapi';
import { sentenceOf } from '#views/audit';
import { commandByPath } from '../forms/command-paths.js';
import type { Reply } from '../layout/reply.js';
import { inJson } from './api-reply.js';
import type { ApiRequest } from './bearer.js';
import { ByToken, callerOf } from './by-token.js';
import { isJson } from './json-bodies.js';
import { problem, refused, wrongBody } from './problem.js';
import { questionAbout } from './question-about.js';
import { dayIn, onlyWords, yesNoIn } from './query-words.js';

const keyForm = /^[!-~]{1,200}$/;

/** Any declared command, from a program. Nobody writes a route for one. */
@Controller(`${apiRoot}/commands`)
@ByToken()
export class ApiCommandsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':command')
  async run(@Req() request: ApiRequest, @Param('command') path: string, @Body() body: unknown): Promise<Reply> {
    const command = commandByPath(path);
    if (!command) throw problem('not-found', `There is no command "${path}". See ${apiRoot}/commands`);
    if (!isJson(request.headers['content-type'])) throw problem('not-json');
    const words = onlyWords(request, 'on', 'rehearse');
    const [on, rehearse] = [dayIn('on', words.on), yesNoIn('rehearse', words.rehearse)];
    const caller = callerOf(request);
    const key = keyOf(request, rehearse);
    const context = { ...caller, ...(on === undefined ? {} : { on }), ...(rehearse ? { rehearse } : {}), ...(key === undefined ? {} : { key: `api:${caller.actor}:${key}` }) };
    const outcome = await this.commands.execute(new RunCommand(command, body, context));
    if (outcome.outcome !== 'done') throw problemWith(command, outcome);
    return done(command, outcome);
  }
}

/** The caller's own, so that nobody can use up another's. A rehearsal stores nothing and needs none. */
function keyOf({ headers }: ApiRequest, rehearse: boolean): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined && rehearse) return undefined;
  if (typeof key === 'string' && keyForm.test(key)) return key;
  const detail = 'Send "Idempotency-Key": 1 to 200 printable characters without a blank, new for each wish. With the same key a retry is stored once';
  throw problem('invalid-input', undefined, { errors: [{ header: 'Idempotency-Key', detail }] });
}

function done(command: CommandDeclaration, { reference, position, repeated, events }: Done): Reply {
  const about = questionAbout(command.of.category);
  const said = events.map(({ type, stream, data }) => ({ type, stream, sentence: sentenceOf(stream, type, data) }));
  return inJson({ reference, position, repeated, events: said }, { position, ...(about && position > 0 ? { headers: { location: about(reference) } } : {}) });
}

function problemWith(command: CommandDeclaration, outcome: Exclude<Outcome, Done>) {
  switch (outcome.outcome) {
    case 'refused':
      return refused(command, outcome);
    case 'invalid':
      return wrongBody(outcome.problems, (name) => fieldsOf(command.input).has(name));
    case 'not-permitted':
      return problem('not-permitted', outcome.because, { permission: outcome.permission, heldBy: outcome.heldBy });
    case 'not-found':
      return problem('not-found', `${outcome.what}. Check the reference`);
    case 'key-reused':
      return problem('key-reused', `This key was used before with another ${outcome.differs}, and that was stored. Use a new key if you mean this as well`, { differs: outcome.differs });
    case 'overtaken':
      return problem('overtaken');
  }
}
