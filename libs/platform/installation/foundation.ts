import { londonDate, toPerson, type CommandDeclaration, type Permission, type Person } from '#kernel';
import { memoryAccessLog, roleTable, type AccessLog } from '#platform/access';
import { Engine, type EngineWatch, type RunContext } from '#platform/engine';
import type { Clock, EventStore, LogKind } from '#platform/event-store';

/** What a log needs before anybody can act in it: commands that are refused where nothing is missing. */
export interface Foundation extends Readonly<Record<LogKind, readonly CommandDeclaration[]>> {
  /** What the installation itself may do, and nobody else in its name. */
  readonly may: readonly Permission[];
}

/** The installation acting for itself: nobody signs in as it, and no other engine lets anybody act in its role. */
export const installationActs: Pick<RunContext, 'actor' | 'role'> & { readonly actor: Person } = { actor: toPerson('installation'), role: 'installation' };

interface Parts {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly access: AccessLog;
  readonly kind: LogKind;
  readonly watch?: EngineWatch;
}

/** The engine of the console: whoever holds the machine may found the log and appoint its first administrator. */
export const foundingEngine = (parts: Parts, { may }: Foundation): Engine => new Engine({ ...parts, authority: roleTable({ [installationActs.role]: may }) });

/**
 * Lays what is missing of a foundation. A demonstration's clock does not jump to today for it: it is recorded at the last
 * moment that the log knows.
 */
export async function layFoundation(parts: Omit<Parts, 'access'>, foundation: Foundation): Promise<void> {
  const { store, kind } = parts;
  // That nothing is missing is the usual answer, and no refusal that anybody would look for in the access log.
  const engine = foundingEngine({ ...parts, access: memoryAccessLog() }, foundation);
  const { recordedAt, position } = await store.head();
  const clock = kind === 'demonstration' && recordedAt !== undefined ? { recordedAt, on: londonDate(recordedAt) } : {};
  for (const command of foundation[kind]) {
    // A key makes the ids follow from it: the same playbook in two new logs comes to the same root.
    const outcome = await engine.run(command, {}, { ...installationActs, ...clock, key: `foundation ${command.name} @${position}` });
    if (outcome.outcome !== 'done' && outcome.outcome !== 'refused') throw new Error(`The foundation of the log was not laid: ${JSON.stringify(outcome)}`);
  }
}

/** Whether a log holds nothing beyond its opening and its foundation: nobody has worked in it yet. */
export async function holdsOnlyItsFoundation(store: Pick<EventStore, 'readAll'>): Promise<boolean> {
  for (let after = 0; ; ) {
    const { events, next, caughtUp } = await store.readAll({ after, limit: 200 });
    if (events.some(({ position, meta }) => position > 1 && meta['role'] !== installationActs.role)) return false;
    if (caughtUp) return true;
    after = next;
  }
}
