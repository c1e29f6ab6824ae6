import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Permission } from '#kernel';
import { permits, rolesHolding } from '#platform/access';
import { commandByPath } from '../forms/command-paths.js';
import { NoSuchThing, NotPermitted, NotSignedIn } from '../errors/troubles.js';
import { visitOf, type VisitedRequest } from '../visits/visit.js';
import { doorKey, type Door } from './needs.js';

/** Deny by default: a route that names nobody lets nobody in. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const door = this.reflector.getAllAndOverride<Door | undefined>(doorKey, [context.getHandler(), context.getClass()]);
    if (door === 'public') return true;
    const request = context.switchToHttp().getRequest<VisitedRequest & { readonly params: Readonly<Record<string, string>> }>();
    const { session } = visitOf(request);
    if (!session) throw new NotSignedIn();
    if (door === undefined) throw new Error(`${context.getClass().name}.${context.getHandler().name} names no permission, so nobody may use it`);
    const permission = door === 'of-the-command' ? permissionOfCommand(request.params['command']) : door;
    if (!permits(session.role, permission)) throw new NotPermitted(permission, rolesHolding(permission));
    return true;
  }
}

function permissionOfCommand(path: string | undefined): Permission {
  const command = path === undefined ? undefined : commandByPath(path);
  if (!command) throw new NoSuchThing('There is no command of that name');
  return command.permission;
}
