import type { AccessEntry } from '../access-entry.js';
import type { AccessLog } from '../access-log.js';

export const entry = (n: number, more: Partial<AccessEntry> = {}): AccessEntry => ({
  at: new Date(Date.UTC(2026, 10, 21) + n * 1_000).toISOString(), actor: `person:p${n % 3}`, role: 'auditor', asked: 'sign-in', outcome: 'done', ...more,
});

/** What every access log does, wherever it is kept. */
export function anAccessLog(open: () => Promise<AccessLog>, count = 2_000): void {
  const all = Array.from({ length: count }, (_, n) => entry(n, n % 50 === 7 ? { outcome: 'refused', because: 'approver-recommended-it' } : {}));
  const newestFirst = [...all].reverse();
  let log: AccessLog;
  beforeAll(async () => {
    log = await open();
    for (const each of all) await log.note(each);
  });
  afterAll(() => log.close());

  it('gives every entry once and whole, newest first, page after page', async () => {
    const found: AccessEntry[] = [];
    for (let before: number | undefined, pages = 0; pages < 100; pages += 1) {
      const page = await log.read({ size: 37, before });
      found.push(...page.entries);
      if (page.before === undefined) break;
      ({ before } = page);
    }
    expect(found).toEqual(newestFirst);
  });

  it('finds what an auditor looks for: by person, by outcome, by day', async () => {
    expect((await log.read({ size: 5_000, outcome: 'refused' })).entries).toEqual(newestFirst.filter(({ outcome }) => outcome === 'refused'));
    expect((await log.read({ size: 5_000, actor: 'person:p2', asked: 'sign-in' })).entries).toEqual(newestFirst.filter(({ actor }) => actor === 'person:p2'));
    const [from, until] = [all[10]?.at ?? '', all[12]?.at ?? ''];
    expect((await log.read({ size: 5_000, from, until })).entries).toEqual([all[12], all[11], all[10]]);
  });

  it('goes on where the page before it ended, also when only some entries are wanted', async () => {
    const wanted = newestFirst.filter(({ outcome }) => outcome === 'refused');
    const newest = await log.read({ size: 3, outcome: 'refused' });
    const next = await log.read({ size: 5_000, outcome: 'refused', before: newest.before });
    expect([...newest.entries, ...next.entries]).toEqual(wanted);
    expect(next.before).toBeUndefined();
  });

  it('says that nothing is older when the page ends with the oldest entry', async () => {
    expect((await log.read({ size: all.length })).before).toBeUndefined();
  });

  it('shows what is noted while somebody turns the pages to nobody who looks at older ones', async () => {
    const first = await log.read({ size: 2 });
    await log.note(entry(count, { asked: 'page' }));
    expect((await log.read({ size: 2, before: first.before })).entries).toEqual(newestFirst.slice(2, 4));
    expect((await log.read({ size: 1 })).entries).toEqual([entry(count, { asked: 'page' })]);
  });
}

/** What a log that may be long does so that no page reads all of it. */
export function aLongAccessLog(open: () => Promise<AccessLog>): void {
  it('stops looking after a stretch, and says where to go on', async () => {
    const log = await open();
    for (let n = 0; n < 200; n += 1) await log.note(entry(n));
    const { entries, before } = await log.read({ size: 10, actor: 'person:nobody', reach: 10_000 });
    expect(entries).toEqual([]);
    expect(before).toBeGreaterThan(0);
    await log.close();
  });
}
