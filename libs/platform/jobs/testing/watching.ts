import { Held, standing, taken, until } from './tested-jobs.js';
import type { ContractParts } from './parts.js';

/** What people and programs can see of it. */
export function watching({ open }: ContractParts): void {
  describe('watching', () => {
    it('tells another process of progress and of the end', async () => {
      const [worker, desk] = [await open(), await open()];
      const seen: string[] = [];
      const end = desk.watch(({ state, progress }) => void seen.push(`${state} ${progress ? `${progress.done}/${progress.of}` : ''}`.trim()));
      const held = new Held();
      worker.work({
        long: async (input, task) => {
          task.progress(1, 4);
          await held.handle(input, task);
          task.progress(4, 4);
          return { said: 'all of it' };
        },
      });
      const id = await taken(worker, 'long', 'export');
      await until('the first part was seen', () => seen.includes('running 1/4'));
      expect(await standing(desk, id, 'running')).toMatchObject({ progress: { done: 1, of: 4 } });
      held.go();
      await until('the end was seen', () => seen.some((each) => each.startsWith('done')));
      end();
    });

    it('counts what waits and says how long the oldest has', async () => {
      const jobs = await open();
      for (const key of ['a', 'b', 'c']) await taken(jobs, 'plain', key);
      await new Promise((resolve) => setTimeout(resolve, 60));
      const { counts, oldestWaitingMilliseconds, trouble } = await jobs.status();
      expect([counts, trouble]).toEqual([{ waiting: 3, later: 0, running: 0, failed: 0 }, undefined]);
      expect(oldestWaitingMilliseconds).toBeGreaterThanOrEqual(50);
    });

    it('lists the newest first, and of one kind or state if asked', async () => {
      const jobs = await open();
      for (const key of ['a', 'b', 'c']) await taken(jobs, 'plain', key);
      await taken(jobs, 'long', 'd');
      const keysOf = async (which?: Parameters<typeof jobs.list>[0]) => (await jobs.list(which)).map(({ key }) => key);
      expect((await keysOf()).sort()).toEqual(['a', 'b', 'c', 'd']);
      expect(await keysOf({ kind: 'long' })).toEqual(['d']);
      expect(await keysOf({ states: ['done'] })).toEqual([]);
      expect(await keysOf({ limit: 2 })).toHaveLength(2);
    });

    it('runs a short job while a long one is busy', async () => {
      const jobs = await open();
      const [long, short] = [new Held(), new Held()];
      short.go();
      jobs.work({ long: long.handle, plain: short.handle });
      await taken(jobs, 'long', 'one');
      await taken(jobs, 'long', 'two');
      await until('the long one runs', () => long.begun.length > 0);
      await taken(jobs, 'plain', 'deadline');
      await until('the short one is done', () => short.ended.length === 1);
      expect(long.begun).toHaveLength(1);
      long.go();
      await until('both long ones are done', () => long.ended.length === 2);
    });
  });
}
