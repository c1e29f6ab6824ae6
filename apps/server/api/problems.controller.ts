import { Controller, Get, Param, Req } from '@nestjs/common';
import { isProblemKind, problemKinds, problemType, problemsRoot, refusalTitle, refusalType } from '#platform/openapi';
import { NoSuchThing } from '../errors/troubles.js';
import { commandByPath, titleOf } from '../forms/command-paths.js';
import { template, type Reply } from '../layout/reply.js';
import { OpenToAll } from '../security/needs.js';
import { inJson } from './api-reply.js';
import type { ApiRequest } from './bearer.js';

interface Explanation {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** The sentence of the refusal, or what to do. */
  readonly says: string;
  readonly command?: { readonly title: string; readonly summary: string };
}
const problemPage = template<Explanation>('api/problem.njk');

/** Where the `type` of a problem leads: what it means, for people and for programs. */
@Controller(problemsRoot)
@OpenToAll()
export class ProblemsController {
  @Get(':kind')
  kind(@Req() request: ApiRequest, @Param('kind') kind: string): Reply {
    if (!isProblemKind(kind)) throw new NoSuchThing('There is no kind of problem of that name');
    return shown(request, { type: problemType(kind), ...problemKinds[kind] });
  }

  @Get(':command/:refusal')
  refusal(@Req() request: ApiRequest, @Param('command') path: string, @Param('refusal') refusal: string): Reply {
    const command = commandByPath(path);
    const says = command && Object.hasOwn(command.refusals, refusal) ? command.refusals[refusal] : undefined;
    if (!command || says === undefined) throw new NoSuchThing('No command refuses anything for a reason of that name');
    return shown(request, { type: refusalType(command.name, refusal), title: refusalTitle(refusal), status: 409, says, command: { title: titleOf(command.name), summary: command.summary } });
  }
}

const shown = ({ headers }: ApiRequest, explanation: Explanation): Reply =>
  /^application\/(problem\+)?json/.test(headers.accept ?? '') ? inJson(explanation) : problemPage(explanation.title, explanation);
