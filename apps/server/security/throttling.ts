import { createHash } from 'node:crypto';
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, ThrottlerStorageService, type ThrottlerLimitDetail, type ThrottlerModuleOptions, type ThrottlerStorage } from '@nestjs/throttler';
import type { Accounts } from '#platform/accounts';
import { callerIfAny } from '../api/bearer.js';
import { TooMany } from '../errors/troubles.js';
import { visitIfAny, type VisitedRequest } from '../visits/visit.js';
import { callersAddress } from './callers-address.js';

/** How many requests of a kind one visitor may send in a minute. */
export interface Allowance {
  readonly reading: number;
  readonly writing: number;
  readonly signingIn: number;
}
export const usualAllowance: Allowance = { reading: 600, writing: 60, signingIn: 20 };

const minute = 60_000;
const atTheDoor = 'signing-in';
const requestOf = (context: ExecutionContext): VisitedRequest => context.switchToHttp().getRequest<VisitedRequest>();
const isWriting = (context: ExecutionContext): boolean => requestOf(context).method === 'POST';
/** However the router lets the address be written. */
const isDoor = (request: VisitedRequest): boolean => /^\/sign-in\/?$/i.test(visitIfAny(request)?.path ?? '');
const isSigningIn = (context: ExecutionContext): boolean => isWriting(context) && isDoor(requestOf(context));

/**
 * Counts by API token or session, and by address where nobody is signed in: a council's staff share one address.
 */
function tracker(request: VisitedRequest, proxies: number): string {
  const caller = callerIfAny(request);
  if (caller) return `${caller.actor} ${caller.token}`;
  const session = visitIfAny(request)?.session;
  if (session && !isDoor(request)) return session.id;
  return callersAddress(request, proxies);
}

export const throttling = ({ reading, writing, signingIn }: Allowance, proxies: number, accounts: Pick<Accounts, 'knock'>): ThrottlerModuleOptions => ({
  storage: new Counted(accounts),
  getTracker: (request) => tracker(request as VisitedRequest, proxies),
  generateKey: (_, visitor, name) => createHash('sha256').update(`${name} ${visitor}`).digest('base64url'),
  setHeaders: false,
  throttlers: [
    { name: 'reading', ttl: minute, limit: reading, skipIf: isWriting },
    { name: 'writing', ttl: minute, limit: writing, skipIf: (context) => !isWriting(context) || isSigningIn(context) },
    { name: atTheDoor, ttl: minute, limit: signingIn, skipIf: (context) => !isSigningIn(context) },
  ],
});

/**
 * What one server can stand is counted in each of them. Knocking at the door is counted in all of them together: however many
 * there are, nobody may guess more often.
 */
class Counted implements ThrottlerStorage {
  readonly #here = new ThrottlerStorageService();

  constructor(private readonly accounts: Pick<Accounts, 'knock'>) {}

  async increment(key: string, ttl: number, limit: number, blockDuration: number, name: string): ReturnType<ThrottlerStorage['increment']> {
    if (name !== atTheDoor) return this.#here.increment(key, ttl, limit, blockDuration, name);
    const { count, milliseconds } = await this.accounts.knock(key, ttl);
    const seconds = Math.ceil(milliseconds / 1_000);
    return { totalHits: count, timeToExpire: seconds, isBlocked: count > limit, timeToBlockExpire: seconds };
  }

  onApplicationShutdown(): void {
    this.#here.onApplicationShutdown();
  }
}

/** Says how long to wait. */
@Injectable()
export class ThrottlingGuard extends ThrottlerGuard {
  protected override throwThrottlingException(_: ExecutionContext, { timeToBlockExpire }: ThrottlerLimitDetail): Promise<void> {
    throw new TooMany(Math.max(1, timeToBlockExpire));
  }
}
