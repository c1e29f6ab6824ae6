import { systemClock } from '#platform/event-store';
import { Held, shifted, standing, taken, until } from './tested-jobs.js';
import type { ContractParts } from './parts.js';

/** Offering: one duty is one job. */
export function offering({ open }: ContractParts): void {
  describe('offering', () => {
    it('takes a job, runs it with its input, and keeps what it came to', async () => {
      const jobs = await open();
      const inputs: unknown[] = [];
      jobs.work({ remembered: async (input, task) => (inputs.push({ ...input, key: task.key, attempt: task.attempt }), { said: 'done well', alarms: ['look at this'] }) });
      const id = await taken(jobs, 'remembered', 'award AW-2012-001: @7', { award: 'AW-2012-001', turn: 7 });
      expect(await standing(jobs, id, 'done')).toMatchObject({ kind: 'remembered', key: 'award AW-2012-001: @7', tries: 1, report: { said: 'done well', alarms: ['look at this'] } });
      expect(inputs).toEqual([{ award: 'AW-2012-001', turn: 7, key: 'award AW-2012-001: @7', attempt: 1 }]);
    });

    it('takes the same duty once while it waits and while it runs, whoever offers it', async () => {
      const [one, two] = [await open(), await open()];
      const held = new Held();
      const offered = await Promise.all(Array.from({ length: 20 }, (_, turn) => (turn % 2 ? one : two).offer({ kind: 'plain', key: '@1' })));
      expect(new Set(offered.map((each) => 'id' in each && each.id)).size).toBe(1);
      one.work({ plain: held.handle });
      two.work({ plain: held.handle });
      await until('it runs', () => held.begun.length > 0);
      expect(await two.offer({ kind: 'plain', key: '@1' })).toMatchObject({ outcome: 'known', state: 'running' });
      held.go();
      await until('it has ended', () => held.ended.length > 0);
      expect([held.begun.length, held.ended]).toEqual([1, ['@1']]);
    });

    it('takes it again after it is done, unless its kind is remembered', async () => {
      const jobs = await open();
      const done: string[] = [];
      const handle = async (_: unknown, { id }: { readonly id: string }) => (done.push(id), { said: 'done' });
      jobs.work({ plain: handle, remembered: handle });
      for (const kind of ['plain', 'remembered']) await standing(jobs, await taken(jobs, kind, '@1'), 'done');
      expect(await jobs.offer({ kind: 'remembered', key: '@1' })).toMatchObject({ outcome: 'known', state: 'done' });
      await taken(jobs, 'plain', '@1');
      await until('it was done again', () => done.length === 3);
      expect(done).toEqual(['plain.%401', 'remembered.%401', 'plain.%401']);
    });

    it('keeps kinds and keys apart that look alike', async () => {
      const jobs = await open();
      const ids = [await taken(jobs, 'plain', 'a.b'), await taken(jobs, 'remembered', 'a.b'), await taken(jobs, 'plain', 'a:b'), await taken(jobs, 'plain', '7')];
      expect(new Set(ids).size).toBe(4);
    });

    it('begins a job not before its time', async () => {
      const jobs = await open();
      const held = new Held();
      held.go();
      jobs.work({ plain: held.handle });
      const at = shifted(700);
      await jobs.offer({ kind: 'plain', key: 'later', notBefore: at });
      expect((await jobs.list({ states: ['later'] })).map(({ key }) => key)).toEqual(['later']);
      expect((await jobs.status()).counts.later).toBe(1);
      await until('it is done', () => held.ended.length > 0);
      expect(systemClock.now() >= at).toBe(true);
    });

    it('refuses a kind that nobody declared, since that is a mistake', async () => {
      const jobs = await open();
      await expect(Promise.resolve().then(() => jobs.offer({ kind: 'nonsense', key: '1' }))).rejects.toThrow(/no kind of job "nonsense"/);
    });
  });
}
