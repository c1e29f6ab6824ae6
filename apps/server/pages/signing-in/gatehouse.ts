import type { AccessLog } from '#platform/access';
import type { Accounts } from '#platform/accounts';
import type { Engine } from '#platform/engine';
import type { Clock } from '#platform/event-store';
import type { SessionCookie } from '../../security/session-cookie.js';
import type { Powers } from '../../security/powers.js';
import type { VisitedRequest } from '../../visits/visit.js';

/** What coming in, going out and looking after one's account take. */
export abstract class Gatehouse {
  abstract readonly kind: 'demonstration' | 'live';
  abstract readonly clock: Clock;
  abstract readonly access: AccessLog;
  abstract readonly cookie: SessionCookie;
  abstract readonly accounts: Accounts;
  abstract readonly powers: Pick<Powers, 'rolesOf'>;
  /** Acts as the installation: only for whoever holds the console's one-time link. */
  abstract readonly founding: Pick<Engine, 'run'>;
  /** A whole address of this server, to copy and send. */
  abstract readonly addressFor: (request: VisitedRequest, path: string) => string;
}
