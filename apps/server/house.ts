import type { AccessLog } from '#platform/access';
import type { Engine } from '#platform/engine';
import type { Clock, EventStore } from '#platform/event-store';
import type { ViewStore } from '#platform/view-store';

/** What the server stands on: an opened installation. */
export interface House {
  readonly kind: 'demonstration' | 'live';
  readonly store: EventStore;
  readonly engine: Pick<Engine, 'run'>;
  readonly views: Pick<ViewStore, 'ask' | 'status'>;
  readonly access: AccessLog;
  readonly clock: Clock;
}
