import { randomUUID } from 'node:crypto';
import type { UnderTest } from './engine-under-test.js';
import { authorising, type Work } from './work.js';

/** What callers got done. */
export interface Called {
  readonly commands: number;
  readonly milliseconds: number;
  /** Commands that were acknowledged together, in the order of the groups. */
  readonly groups: readonly number[];
  /** Share of the time in which the engine's thread had work, 0 to 1. */
  readonly busy: number;
}

/** Every call must be another command, in every round, on every log and in every process. */
const run = randomUUID();
let calls = 0;

/** So many callers, each running the next command as soon as its last is durable: payments out of one award, unless told otherwise. */
export async function callEngine({ engine, award }: Pick<UnderTest, 'engine' | 'award'>, callers: number, until: { readonly milliseconds: number } | { readonly commands: number }, work: Work = authorising(award)): Promise<Called> {
  const groups: number[] = [];
  let isOpen = false;
  let [begun, done] = [0, 0];
  const acknowledged = (): void => {
    // All that a commit acknowledges arrives in one turn of the event loop.
    if (!isOpen) {
      isOpen = true;
      groups.push(0);
      setImmediate(() => (isOpen = false));
    }
    groups[groups.length - 1] = (groups.at(-1) ?? 0) + 1;
    done += 1;
  };
  const before = performance.eventLoopUtilization();
  const started = performance.now();
  const goesOn = (): boolean => ('commands' in until ? begun < until.commands : performance.now() - started < until.milliseconds);
  const call = async (_: unknown, caller: number): Promise<void> => {
    while (goesOn()) {
      begun += 1;
      calls += 1;
      const { actor, role, command } = work;
      const outcome = await engine.run(command, work.input(caller, calls), { actor, role, key: `bench-${run}-${calls}` });
      if (outcome.outcome !== 'done') throw new Error(`${command.name} came to ${JSON.stringify(outcome)}`);
      acknowledged();
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  const milliseconds = performance.now() - started;
  return { commands: done, milliseconds, groups, busy: performance.eventLoopUtilization(before).utilization };
}
