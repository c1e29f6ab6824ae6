import { applyDecorators, Injectable, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { NeedsAToken } from '../security/needs.js';
import { HouseOf } from '../visits/house-of.js';
import { callerIfAny, type ApiRequest, type Caller } from './bearer.js';
import { problem } from './problem.js';

/** Throws the problem "not-authenticated". */
export function callerOf(request: ApiRequest): Caller {
  const caller = callerIfAny(request);
  if (caller) return caller;
  const challenge = request.headers.authorization === undefined ? 'Bearer' : 'Bearer error="invalid_token"';
  throw problem('not-authenticated', undefined, {}, { 'www-authenticate': `${challenge}, realm="Tallystick"`.replace(/^Bearer, /, 'Bearer ') });
}

@Injectable()
class TokenGuard implements CanActivate {
  constructor(private readonly house: HouseOf) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    // Whoever shows a token that is nobody's is in the access log: a secret may have been guessed at, or have leaked and been revoked.
    if (!callerIfAny(request) && request.headers.authorization !== undefined) {
      await this.house.access.note({ at: this.house.clock.now(), actor: 'nobody', role: 'none', asked: 'api', outcome: 'not-authenticated' });
    }
    return callerOf(request) !== undefined;
  }
}

/** The routes let in whoever speaks through a token; what each may do, the engine says. */
export const ByToken = () => applyDecorators(NeedsAToken(), UseGuards(TokenGuard));
