import { createHash } from 'node:crypto';
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail, type ThrottlerModuleOptions } from '@nestjs/throttler';
import { callerIfAny } from '../api/bearer.js';
import { TooMany } from '../errors/troubles.js';
import { visitIfAny, type VisitedRequest } from '../visits/visit.js';

/** How many requests of a kind one visitor may send in a minute. */
export interface Allowance {
  readonly reading: number;
  readonly writing: number;
  readonly signingIn: number;
}
export const usualAllowance: Allowance = { reading: 600, writing: 60, signingIn: 20 };

const minute = 60_000;
const requestOf = (context: ExecutionContext): VisitedRequest => context.switchToHttp().getRequest<VisitedRequest>();
const isWriting = (context: ExecutionContext): boolean => requestOf(context).method === 'POST';
/** However the router lets the address be written. */
const isDoor = (request: VisitedRequest): boolean => /^\/sign-in\/?$/i.test(visitIfAny(request)?.path ?? '');
const isSigningIn = (context: ExecutionContext): boolean => isWriting(context) && isDoor(requestOf(context));

/**
 * Counts by API token or session, and by address where nobody is signed in: a council's staff share one address. Forwarding headers
 * are not believed.
 */
function tracker(request: VisitedRequest): string {
  const caller = callerIfAny(request);
  if (caller) return `${caller.actor} ${caller.token}`;
  const session = visitIfAny(request)?.session;
  if (session && !isDoor(request)) return session.id;
  return request.socket.remoteAddress ?? 'nowhere';
}

export const throttling = ({ reading, writing, signingIn }: Allowance): ThrottlerModuleOptions => ({
  getTracker: (request) => tracker(request as VisitedRequest),
  generateKey: (_, visitor, name) => createHash('sha256').update(`${name} ${visitor}`).digest('base64url'),
  setHeaders: false,
  throttlers: [
    { name: 'reading', ttl: minute, limit: reading, skipIf: isWriting },
    { name: 'writing', ttl: minute, limit: writing, skipIf: (context) => !isWriting(context) || isSigningIn(context) },
    { name: 'signing-in', ttl: minute, limit: signingIn, skipIf: (context) => !isSigningIn(context) },
  ],
});

/** Says how long to wait. */
@Injectable()
export class ThrottlingGuard extends ThrottlerGuard {
  protected override throwThrottlingException(_: ExecutionContext, { timeToBlockExpire }: ThrottlerLimitDetail): Promise<void> {
    throw new TooMany(Math.max(1, timeToBlockExpire));
  }
}
