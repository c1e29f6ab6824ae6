import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccessLog } from './open-access-log.js';
import { aLongAccessLog, anAccessLog, entry } from './testing/contract.js';

const folder = mkdtempSync(join(tmpdir(), 'tallystick-access-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const addressOf = (name: string): string => `file:${join(folder, name)}`;

describe('an access log in a file', () => {
  // More than three chunks of the file, so that lines lie across their edges.
  anAccessLog(() => openAccessLog(addressOf('access.jsonl')));
  aLongAccessLog(() => openAccessLog(addressOf('long.jsonl')));

  it('leaves out a line that is still being written', async () => {
    const log = await openAccessLog(addressOf('torn.jsonl'));
    await log.note(entry(1));
    appendFileSync(join(folder, 'torn.jsonl'), '{"at":"2026-11-21T09:0');
    expect(await log.read({ size: 10 })).toEqual({ entries: [entry(1)] });
    await log.close();
  });

  it('has no entries when it is new', async () => {
    const log = await openAccessLog(addressOf('empty.jsonl'));
    expect(await log.read({ size: 10 })).toEqual({ entries: [] });
    await log.close();
  });
});

describe('an access log in memory', () => {
  anAccessLog(() => openAccessLog('memory:'));
});

describe('an address that keeps no access log', () => {
  it('is refused without its password', async () => {
    await expect(openAccessLog('mysql://ann:hunter2@db/grants')).rejects.toMatchObject({ kind: 'invalid', message: expect.stringContaining('mysql://ann:…@db/grants') as string });
  });
});
