import { commands } from '#domain';
import type { EngineUnderTest } from './engine-under-test.js';
import { officer } from './measured-log.js';

/** What callers got done. */
export interface Called {
  readonly commands: number;
  readonly milliseconds: number;
  /** Commands that were acknowledged together, in the order of the groups. */
  readonly groups: readonly number[];
  /** Share of the time in which the engine's thread had work, 0 to 1. */
  readonly busy: number;
}

/** Every call must be another command, in every round and on every log. */
let calls = 0;

/**
 * So many callers, each authorising a payment of a penny as soon as its last is durable, all out of one award: the number
 * of the payment, the award, its limit and its match are read, and the limit is consumed, so all of them meet there.
 */
export async function callEngine({ engine, award }: EngineUnderTest, callers: number, until: { readonly milliseconds: number } | { readonly commands: number }): Promise<Called> {
  const command = commands.find(({ name }) => name === 'AuthorisePayment');
  if (!command) throw new Error('There is no command AuthorisePayment to measure with');
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
  const call = async (): Promise<void> => {
    while (goesOn()) {
      begun += 1;
      calls += 1;
      const outcome = await engine.run(command, { award, amount: '£0.01' }, { actor: officer, role: 'finance-officer', key: `bench-${calls}` });
      if (outcome.outcome !== 'done') throw new Error(`A payment was not authorised: ${JSON.stringify(outcome)}`);
      acknowledged();
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  const milliseconds = performance.now() - started;
  return { commands: done, milliseconds, groups, busy: performance.eventLoopUtilization(before).utilization };
}
