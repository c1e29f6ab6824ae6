import { Controller, Get } from '@nestjs/common';
import { commands } from '#domain';
import { fieldsOf } from '#kernel';
import { apiRoot, apiVersion, commandPath, openApiText, questionPath, refusalType } from '#platform/openapi';
import { questions } from '#views';
import type { Reply } from '../layout/reply.js';
import { OpenToAll } from '../security/needs.js';
import { inJson } from './api-reply.js';

/** What there is to call. It is the same for everybody and holds nothing of the record, so nobody needs a token for it. */
@Controller(apiRoot)
@OpenToAll()
export class ApiContentsController {
  readonly #document = openApiText(commands, questions);

  @Get()
  contents(): Reply {
    const at = (path: string): string => `${apiRoot}${path}`;
    return inJson({ version: apiVersion, openapi: at('/openapi.json'), commands: at('/commands'), questions: at('/questions'), events: at('/events') });
  }

  @Get('openapi.json')
  openapi(): Reply {
    return { kind: 'download', type: 'application/json', body: this.#document };
  }

  @Get('commands')
  commands(): Reply {
    const told = commands.map(({ name, summary, permission, input, refusals }) => ({
      name, address: `${apiRoot}${commandPath(name)}`, summary, permission, fields: [...fieldsOf(input).keys()],
      refusals: Object.entries(refusals).map(([refusal, sentence]) => ({ type: refusalType(name, refusal), sentence })),
    }));
    return inJson({ commands: told });
  }

  @Get('questions')
  questions(): Reply {
    const told = questions.map(({ name, summary, permission, input, takesAsOf = false }) => ({
      name, address: `${apiRoot}${questionPath(name)}`, summary, permission, parameters: [...fieldsOf(input).keys()], takesAsOf,
    }));
    return inJson({ questions: told });
  }
}
