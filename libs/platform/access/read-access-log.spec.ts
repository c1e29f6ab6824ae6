import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccessEntry } from './access-entry.js';
import { fileAccessLog, memoryAccessLog } from './access-log.js';
import { readAccessLog } from './read-access-log.js';

const entry = (n: number, more: Partial<AccessEntry> = {}): AccessEntry => ({
  at: new Date(Date.UTC(2026, 10, 21) + n * 1_000).toISOString(), actor: `person:p${n % 3}`, role: 'auditor', asked: 'sign-in', outcome: 'done', ...more,
});

describe('the access log, read from its end', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tallystick-access-'));
  const file = join(folder, 'access.jsonl');
  // More than three chunks of the file, so that lines lie across their edges.
  const all = Array.from({ length: 2_000 }, (_, n) => entry(n, n % 50 === 7 ? { outcome: 'refused', because: 'approver-recommended-it' } : {}));
  beforeAll(() => {
    const log = fileAccessLog(file);
    all.forEach((each) => log.note(each));
    log.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const newestFirst = [...all].reverse();

  it('gives every entry once and whole, page after page', () => {
    const found: AccessEntry[] = [];
    for (let before: number | undefined, pages = 0; pages < 100; pages += 1) {
      const page = readAccessLog(file, { size: 37, before });
      found.push(...page.entries);
      if (page.before === undefined) break;
      ({ before } = page);
    }
    expect(found).toEqual(newestFirst);
  });

  it('finds what an auditor looks for: by person, by outcome, by day', () => {
    expect(readAccessLog(file, { size: 5_000, outcome: 'refused' }).entries).toEqual(newestFirst.filter(({ outcome }) => outcome === 'refused'));
    expect(readAccessLog(file, { size: 5_000, actor: 'person:p2', asked: 'sign-in' }).entries).toEqual(newestFirst.filter(({ actor }) => actor === 'person:p2'));
    const [from, until] = [all[10]?.at ?? '', all[12]?.at ?? ''];
    expect(readAccessLog(file, { size: 5_000, from, until }).entries).toEqual([all[12], all[11], all[10]]);
  });

  it('stops looking after a stretch, and says where to go on', () => {
    const { entries, before } = readAccessLog(file, { size: 10, actor: 'person:nobody', reach: 10_000 });
    expect(entries).toEqual([]);
    expect(before).toBeGreaterThan(0);
  });

  it('leaves out a line that is still being written', () => {
    appendFileSync(file, '{"at":"2026-11-21T09:0');
    expect(readAccessLog(file, { size: 1 }).entries).toEqual([newestFirst[0]]);
  });

  it('is read the same way where it is only kept in memory', () => {
    const log = memoryAccessLog();
    all.slice(0, 100).forEach((each) => log.note(each));
    const newest = log.read({ size: 20, outcome: 'done' });
    const next = log.read({ size: 200, outcome: 'done', before: newest.before });
    expect([...newest.entries, ...next.entries]).toEqual(newestFirst.slice(-100).filter(({ outcome }) => outcome === 'done'));
    expect(next.before).toBeUndefined();
  });

  it('an empty log has no entries', () => {
    const empty = join(folder, 'empty.jsonl');
    fileAccessLog(empty).close();
    expect(readAccessLog(empty, { size: 10 })).toEqual({ entries: [] });
  });
});
