import type { House } from '../house.js';
import type { Caller } from './bearer.js';
import { problem, type ApiProblem } from './problem.js';

interface Denied {
  readonly permission: string;
  readonly because: string;
  readonly heldBy: readonly string[];
}

/** What a token may not read, on its way out and into the access log. The engine notes the commands itself. */
export async function notPermitted({ access, clock }: Pick<House, 'access' | 'clock'>, { actor, role }: Caller, asked: string, { permission, because, heldBy }: Denied): Promise<ApiProblem> {
  await access.note({ at: clock.now(), actor, role, asked, outcome: 'not-permitted', because: permission });
  return problem('not-permitted', because, { permission, heldBy });
}
