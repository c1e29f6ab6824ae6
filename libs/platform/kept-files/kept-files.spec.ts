import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptFilesAt } from './kept-files.js';
import { bytesOf, keptFilesIn } from './testing/contract.js';

const clock = { now: () => '2026-11-21T09:00:00.000Z' };

describe('files that are kept in a file', () => {
  let folder: string;
  let count = 0;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tally-files-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  keptFilesIn(() => `sqlite:${join(folder, `${(count += 1)}.db`)}`);

  it('make nothing where nobody asks for one', async () => {
    const files = keptFilesAt({ address: `sqlite:${join(folder, 'never', 'files.db')}`, clock });
    expect((await files.find([])).size).toBe(0);
    await files.close();
    expect(readdirSync(folder)).not.toContain('never');
  });

  it('are refused where they would take the room of the log, and nothing is lost', async () => {
    const address = `sqlite:${join(folder, 'full.db')}`;
    const files = keptFilesAt({ address, clock });
    const { digest } = await files.put([bytesOf(1_000)], { limit: 1_000 });
    const crowded = keptFilesAt({ address, clock, reserve: Number.MAX_SAFE_INTEGER });
    await expect(crowded.put([bytesOf(10)], { limit: 1_000 })).rejects.toMatchObject({
      kind: 'disk-full',
      message: expect.stringContaining('no room for another file') as string,
    });
    expect(await crowded.isIntact(digest)).toBe(true);
    await files.close();
    await crowded.close();
  });
});
