import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { desk } from '../testing/typed.js';

interface Document {
  readonly info: { version: string };
  readonly paths: Record<string, unknown>;
}

describe('tally catalogue', () => {
  const office = desk();
  const folder = office.path('catalogue');
  const file = office.path('catalogue/openapi.json');
  const write = () => office.type('catalogue', '--to', folder);
  afterAll(() => office.clear());

  it('writes what the declarations say, and then finds nothing that differs', async () => {
    mkdirSync(folder);
    expect((await write()).exit).toBe(0);
    expect((await office.type('catalogue', '--to', folder, '--check')).exit).toBe(0);
  });

  it('does not take away what programs rely on: it says what would break, and writes nothing', async () => {
    const promised = JSON.parse(readFileSync(file, 'utf8')) as Document;
    promised.paths['/commands/open-the-box'] = { post: { responses: {} } };
    writeFileSync(file, JSON.stringify(promised));
    const { exit, err } = await write();
    expect([exit, err]).toEqual([1, expect.stringContaining('POST /commands/open-the-box is gone')]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(promised);
    expect((await office.type('catalogue', '--to', folder, '--check')).exit).toBe(1);
  });

  it('writes it when the version was raised far enough', async () => {
    const promised = JSON.parse(readFileSync(file, 'utf8')) as Document;
    promised.info.version = '0.0.9';
    writeFileSync(file, JSON.stringify(promised));
    expect((await write()).exit).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toContain('open-the-box');
  });
});
