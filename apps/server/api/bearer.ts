import type { IncomingMessage } from 'node:http';
import type { Person } from '#kernel';

/** Who speaks through a token, and in which role. What the token may do is the engine's to say, from the record. */
export interface Caller {
  readonly actor: Person;
  readonly role: string;
  /** The number of the token among the person's own. */
  readonly token: number;
}

/** Finds who speaks through a secret; undefined for one that was never issued, has expired or was revoked. */
export interface BearerTokens {
  callerWith(secret: string): Promise<Caller | undefined>;
}

const key = Symbol('caller');
export interface ApiRequest extends IncomingMessage {
  [key]?: Caller;
}

/** RFC 6750: the scheme in any case, one blank, one token. Nothing else names anybody here, and no cookie does. */
export function secretIn(header: string | undefined): string | undefined {
  return /^bearer ([\w.~+/-]{1,200}=*)$/i.exec(header ?? '')?.[1];
}

export const callerIfAny = (request: ApiRequest): Caller | undefined => request[key];

export function admit(request: ApiRequest, caller: Caller): void {
  request[key] = caller;
}
