import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Permission } from '#kernel';
import { rolesHolding } from '#domain/people';
import type { AccessLog } from '#platform/access';
import type { Clock } from '#platform/event-store';
import { isMultipart, wordsWithoutFiles } from '../files/receive-files.js';
import { commandByPath } from '../forms/command-paths.js';
import { NoSuchThing, NotPermitted, NotSignedIn } from '../errors/troubles.js';
import { may, visitOf, type VisitedRequest } from '../visits/visit.js';
import { doorKey, formKey, type Door } from './needs.js';

type Arriving = VisitedRequest & { readonly params: Readonly<Record<string, string>>; readonly body?: unknown };

/** Deny by default: a route that names nobody lets nobody in. Whoever is turned away is in the access log. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly noting: { readonly access: Pick<AccessLog, 'note'>; readonly clock: Clock },
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const door = this.reflector.getAllAndOverride<Door | undefined>(doorKey, places);
    if (door === 'public' || door === 'by-token') return true;
    const request = context.switchToHttp().getRequest<Arriving>();
    const visit = visitOf(request);
    if (!visit.session) {
      const isKept = request.method === 'POST' && this.reflector.getAllAndOverride<boolean | undefined>(formKey, places);
      throw new NotSignedIn(isKept ? await typedInto(context, request) : undefined);
    }
    if (door === undefined) throw new Error(`${context.getClass().name}.${context.getHandler().name} names no permission, so nobody may use it`);
    if (door === 'signed-in') return true;
    const permission = door === 'of-the-command' ? permissionOfCommand(request.params['command']) : door;
    if (may(visit, permission)) return true;
    const { actor, role } = visit.session;
    await this.noting.access.note({ at: this.noting.clock.now(), actor, role, asked: 'page', outcome: 'not-permitted', because: permission });
    throw new NotPermitted(permission, rolesHolding(permission));
  }
}

/** What a form of words and files brought is read for whoever was signed in until lately; nobody else is read to the end, and nobody's files are taken. */
function typedInto(context: ExecutionContext, request: Arriving): unknown {
  if (!isMultipart(request)) return request.body;
  return visitOf(request).ended ? wordsWithoutFiles(context) : undefined;
}

function permissionOfCommand(path: string | undefined): Permission {
  const command = path === undefined ? undefined : commandByPath(path);
  if (!command) throw new NoSuchThing('There is no command of that name');
  return command.permission;
}
