import { Held, standing, taken, until } from './tested-jobs.js';
import type { ContractParts } from './parts.js';

/** Several workers, and the ends that a worker may come to. */
export function overtaking({ open, holding }: ContractParts): void {
  describe('several workers', () => {
    it('share the jobs out, and never run one at once', async () => {
      const workers = [await open(), await open()];
      const held = new Held();
      const running = new Set<string>();
      const twice: string[] = [];
      const ended: string[] = [];
      for (const worker of workers) {
        worker.work({
          remembered: async (_, { id }) => {
            if (running.has(id)) twice.push(id);
            running.add(id);
            await new Promise((resolve) => setTimeout(resolve, 5));
            running.delete(id);
            ended.push(id);
            return { said: 'done' };
          },
        });
      }
      held.go();
      await Promise.all(Array.from({ length: 60 }, async (_, turn) => workers[turn % 2]?.offer({ kind: 'remembered', key: `@${turn % 40}` })));
      await until('all are done', () => ended.length >= 40);
      expect([ended.length, new Set(ended).size, twice]).toEqual([40, 40, []]);
    });

    it('take over what a killed one had in hand', async () => {
      const other = await open();
      const doomed = await holding();
      const id = await taken(other, 'remembered', '@1');
      await doomed.hasBegun();
      expect((await standing(other, id, 'running')).tries).toBe(1);
      const held = new Held();
      other.work({ remembered: held.handle });
      held.go();
      await doomed.kill();
      expect(await standing(other, id, 'done')).toMatchObject({ report: { said: 'did @1' } });
    });

    it('finish what runs when they are told to stop, and take nothing more', async () => {
      const [leaving, desk] = [await open(), await open()];
      const held = new Held();
      leaving.work({ long: held.handle });
      const [one, two] = [await taken(leaving, 'long', 'one'), await taken(leaving, 'long', 'two')];
      await until('it runs', () => held.begun.length > 0);
      setTimeout(() => held.go(), 200);
      await leaving.drain(5_000);
      expect(held.ended).toEqual(['one']);
      expect([(await desk.find(one))?.state, (await desk.find(two))?.state]).toEqual(['done', 'waiting']);
    });

    it('hand back what has not ended in time: another does it, and it counts as no failure', async () => {
      const [leaving, other] = [await open(), await open()];
      const [stuck, held] = [new Held(), new Held()];
      leaving.work({ remembered: stuck.handle });
      const id = await taken(leaving, 'remembered', '@1');
      await until('it runs', () => stuck.begun.length > 0);
      await leaving.drain(100);
      expect(stuck.begun[0]?.signal.aborted).toBe(true);
      expect((await standing(other, id, 'waiting')).error).toBeUndefined();
      held.go();
      other.work({ remembered: held.handle });
      await standing(other, id, 'done');
    });
  });
}
