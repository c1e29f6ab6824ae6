import type { Backroom } from '#attendance';
import type { AccessLog } from '#platform/access';
import type { Accounts } from '#platform/accounts';
import type { Engine } from '#platform/engine';
import type { Clock, EventStore } from '#platform/event-store';
import type { KeptFiles } from '#platform/kept-files';
import type { ViewStore } from '#platform/view-store';

/** What the server stands on: an opened installation. */
export interface House {
  readonly kind: 'demonstration' | 'live';
  readonly store: EventStore;
  readonly engine: Pick<Engine, 'run' | 'mayAsk' | 'stateOf'>;
  /** Acts as the installation: for the one-time link of the console, and nothing else. */
  readonly founding: Pick<Engine, 'run'>;
  readonly views: Pick<ViewStore, 'ask' | 'status'>;
  readonly access: AccessLog;
  readonly files: KeptFiles;
  readonly accounts: Accounts;
  /** Jobs, and what they put on the shelf. */
  readonly backroom: Pick<Backroom, 'jobs' | 'shelf' | 'ask' | 'dismiss'>;
  readonly clock: Clock;
}
