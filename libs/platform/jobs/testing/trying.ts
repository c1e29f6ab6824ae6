import { CannotSucceed } from '#platform/jobs';
import { shifted, standing, taken, until } from './tested-jobs.js';
import type { ContractParts } from './parts.js';

/** Trying again, and what becomes of a job that never succeeds. */
export function trying({ open }: ContractParts): void {
  describe('trying again', () => {
    it('tries again after a longer and longer wait, and then succeeds', async () => {
      const jobs = await open();
      const at: number[] = [];
      jobs.work({
        stubborn: async (_, { attempt }) => {
          at.push(performance.now());
          if (attempt < 3) throw new Error('not yet');
          return { said: `at the ${attempt}rd` };
        },
      });
      const id = await taken(jobs, 'stubborn', '@1');
      expect(await standing(jobs, id, 'later')).toMatchObject({ error: 'not yet' });
      await until('it was tried three times', () => at.length === 3);
      const [first = 0, second = 0, third = 0] = at;
      expect(second - first).toBeGreaterThan(350);
      expect(third - second).toBeGreaterThan(700);
    });

    it('keeps what never succeeds as a dead letter that says why, and does not take it again by itself', async () => {
      const jobs = await open();
      let tries = 0;
      jobs.work({ plain: () => Promise.reject(new Error(`the tape is full (${(tries += 1)})`)) });
      const id = await taken(jobs, 'plain', '@1', { award: 'AW-2012-001' });
      expect(await standing(jobs, id, 'failed')).toMatchObject({ tries: 3, error: 'the tape is full (3)', input: { award: 'AW-2012-001' } });
      expect(await jobs.offer({ kind: 'plain', key: '@1' })).toMatchObject({ outcome: 'known', state: 'failed' });
      expect((await jobs.list({ states: ['failed'] })).map((each) => each.id)).toEqual([id]);
      expect((await jobs.status()).counts).toMatchObject({ failed: 1, waiting: 0, running: 0 });
      expect(tries).toBe(3);
    });

    it('tries no further when no try can succeed', async () => {
      const jobs = await open();
      jobs.work({ plain: () => Promise.reject(new CannotSucceed('There is no such view')) });
      expect(await standing(jobs, await taken(jobs, 'plain', '@1'), 'failed')).toMatchObject({ tries: 1, error: 'There is no such view' });
    });

    it('replays a dead letter from its first try on, also by another process', async () => {
      const [worker, desk] = [await open(), await open()];
      let isMended = false;
      worker.work({ plain: async () => (isMended ? { said: 'now it went' } : Promise.reject(new CannotSucceed('broken'))) });
      const id = await taken(worker, 'plain', '@1');
      await standing(worker, id, 'failed');
      isMended = true;
      expect(await desk.replay(id)).toBe(true);
      expect(await standing(desk, id, 'done')).toMatchObject({ report: { said: 'now it went' } });
      expect([await desk.replay(id), await desk.replay('plain.nothing'), await desk.replay('nonsense')]).toEqual([false, false, false]);
    });

    it('dismisses a dead letter: it is not offered anew, and can still be replayed', async () => {
      const jobs = await open();
      let tries = 0;
      jobs.work({ plain: () => Promise.reject(new CannotSucceed(`no (${(tries += 1)})`)) });
      const id = await taken(jobs, 'plain', '@1');
      await standing(jobs, id, 'failed');
      expect([await jobs.dismiss(id), await jobs.dismiss(id)]).toEqual([true, false]);
      expect(await jobs.offer({ kind: 'plain', key: '@1' })).toMatchObject({ outcome: 'known', state: 'dismissed' });
      expect((await jobs.status()).counts.failed).toBe(0);
      expect([await jobs.list({ states: ['failed'] }), (await jobs.list({ states: ['dismissed'] })).length]).toEqual([[], 1]);
      expect(await jobs.replay(id)).toBe(true);
      await until('it was tried again', () => tries === 2);
      await standing(jobs, id, 'failed');
    });

    it('does not wait an hour longer when the clock is put back an hour', async () => {
      let backMilliseconds = 0;
      const jobs = await open({ clock: { now: () => shifted(-backMilliseconds) } });
      let tries = 0;
      jobs.work({
        stubborn: async () => {
          tries += 1;
          if (tries > 1) return { said: 'in time' };
          backMilliseconds = 3_600_000;
          throw new Error('while the clock is put back');
        },
      });
      await taken(jobs, 'stubborn', '@1');
      await until('it was tried once', () => tries === 1);
      await until('it was tried again', async () => tries === 2 || (await jobs.offer({ kind: 'stubborn', key: '@1' }), false), 5_000);
    });
  });
}
