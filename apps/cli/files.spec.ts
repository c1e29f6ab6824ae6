import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { systemClock } from '#platform/event-store';
import { keptFilesAt } from '#platform/kept-files';
import { bytesOf, digestOf } from '../../libs/platform/kept-files/testing/contract.js';
import { desk } from './testing/typed.js';

const office = desk();
afterAll(() => office.clear());
const [plan, deed] = [bytesOf(700_000, 3), bytesOf(1_000, 4)];
const [named, elsewhere] = [digestOf(plan), 'e'.repeat(64)];
const step = (on: string, by: string, does: string, input: object, as?: string) => ({ on, by, do: does, with: input, ...(as === undefined ? {} : { as }) });
const sent = (body: string, digest: string) => {
  const answers = [{ question: 'plan', answer: { kind: 'file', name: `${body}.pdf`, digest, bytes: 700_000 } }];
  return step('2012-04-04', 'programme-officer', 'SubmitApplication', { round: '$round', organisation: `$${body}`, title: body, answers });
};
const terms = { support: [{ kind: 'advice', on: 'homes' }], intake: { kind: 'open-call', late: 'never', again: 'until-it-closes' } };
const form = [{ code: 'plan', ask: 'The plan', required: true, reusable: true, answer: { kind: 'file', kinds: 'document', kilobytes: 1000 } }];
const programme = { code: 'HOUSING', name: 'Housing', purpose: 'Homes', awardCeiling: '£0.00', instrument: 'none' };
const spring = { programme: 'HOUSING', name: 'Spring', fund: 'HOMES', financialYear: 'FY1213', allocation: '£0.00', form };
/** Every line of JSON is one of YAML, too. */
const playbook = [
  step('2012-04-02', 'finance-officer', 'OpenFund', { code: 'HOMES', name: 'Homes' }),
  step('2012-04-02', 'programme-manager', 'DefineProgramme', programme),
  step('2012-04-02', 'programme-manager', 'DesignScheme', { programme: 'HOUSING', terms }),
  step('2012-04-03', 'programme-manager', 'OpenRound', spring, '$round'),
  step('2012-04-03', 'programme-officer', 'RegisterOrganisation', { name: 'Ambleford', type: 'district' }, '$here'),
  step('2012-04-03', 'programme-officer', 'RegisterOrganisation', { name: 'Brackwater', type: 'district' }, '$away'),
  sent('here', named),
  sent('away', elsewhere),
];

interface Check {
  readonly outcome: string;
  readonly checked: readonly string[];
  readonly findings: readonly { readonly where: string; readonly what: string; readonly advice: string }[];
}
const check = async (folder = office.data) => {
  const { exit, json } = await office.type('check', '--json', '--data', folder);
  const { checked, findings } = json<Check>();
  return { exit, files: checked.find((what) => what.startsWith('files that answers name')), findings };
};
const alter = (file: string): void => {
  const database = new Database(file);
  expect(database.prepare('UPDATE file_pieces SET content = zeroblob(length(content)) WHERE number = 1').run().changes).toBe(1);
  database.close();
};
const oneKept = 'files that answers name: 1 kept here, every byte as it was sent; 1 kept elsewhere; 0 altered';

beforeAll(async () => {
  writeFileSync(office.path('homes.yaml'), playbook.map((each) => `- ${JSON.stringify(each)}\n`).join(''));
  const { exit, err } = await office.type('play', office.path('homes.yaml'), '--demonstration');
  expect([exit, err]).toEqual([0, '']);
  const files = keptFilesAt({ address: `sqlite:${office.data}/files.db`, clock: systemClock });
  for (const content of [plan, deed]) await files.put([content], { limit: content.length });
  await files.close();
});

describe('the files that answer questions', () => {
  it('are read by a check, which counts those that others keep', async () => {
    expect(await check()).toEqual({ exit: 0, files: oneKept, findings: [] });
  });

  it('go into a backup beside the log, and come back from it', async () => {
    const backup = office.path('safe.db');
    const made = await office.type('backup', backup);
    expect([made.exit, made.out]).toEqual([0, expect.stringContaining('2 files copied to')]);
    expect(existsSync(office.path('safe.files.db'))).toBe(true);
    expect(await office.type('restore', backup, '--data', office.path('restored'))).toMatchObject({
      exit: 0,
      out: expect.stringContaining('2 files copied to') as string,
    });
    expect(await check(office.path('restored'))).toEqual({ exit: 0, files: oneKept, findings: [] });
    renameSync(office.path('safe.db'), office.path('moved.db'));
    expect(await office.type('backup', office.path('safe.db'))).toMatchObject({
      exit: 2,
      err: expect.stringContaining('safe.files.db is already there') as string,
    });
  });

  it('come back from the copy that all backups of a folder share', async () => {
    mkdirSync(office.path('nightly'));
    await office.type('backup', office.path('nightly/tallystick-2012.db'));
    renameSync(office.path('nightly/tallystick-2012.files.db'), office.path('nightly/tallystick-files.db'));
    expect((await office.type('restore', office.path('nightly/tallystick-2012.db'), '--data', office.path('again'))).exit).toBe(0);
    expect((await check(office.path('again'))).files).toBe(oneKept);
    const elsewhere = await office.type('restore', office.path('nightly/tallystick-2012.db'), '--to', `memory:${office.path('x')}`);
    expect(elsewhere.out).toContain(`tally copy-files --from ${office.path('nightly/tallystick-files.db')} --to`);
  });

  it('are taken along by a copy from installation to installation, and by themselves anywhere', async () => {
    const copied = await office.type('copy', '--to', office.path('copied'));
    expect([copied.exit, copied.out]).toEqual([0, expect.stringContaining('2 files copied')]);
    expect((await check(office.path('copied'))).files).toBe(oneKept);
    expect((await office.type('copy', '--to', `memory:${office.path('log-only')}`)).out).toContain('take them along with tally copy-files');
    expect((await office.type('copy', '--to', office.path('said'), '--dry-run')).exit).toBe(0);
    expect(existsSync(office.path('said'))).toBe(false);
    expect(await office.type('copy-files', '--to', office.path('copied'))).toMatchObject({ exit: 0, out: expect.stringContaining('0 files copied') as string });
    expect(await office.type('copy-files', '--to', office.data)).toMatchObject({ exit: 2, err: expect.stringContaining('Name two places') as string });
    expect(await office.type('copy-files', '--from', office.path('nothing'), '--to', office.path('copied'))).toMatchObject({
      exit: 3,
      err: expect.stringContaining('There are no files at') as string,
    });
    expect(readdirSync(office.path('.'))).not.toContain('nothing');
  });

  it('that somebody altered are found by name, are left out of a backup, and are brought back from an older one', async () => {
    const folder = office.path('altered');
    await office.type('restore', office.path('moved.db'), '--data', folder);
    await office.type('copy-files', '--from', office.path('safe.files.db'), '--to', folder);
    expect((await check(folder)).exit).toBe(0);
    alter(`${folder}/files.db`);
    const found = await check(folder);
    expect([found.exit, found.files]).toEqual([1, 'files that answers name: 0 kept here, every byte as it was sent; 1 kept elsewhere; 1 altered']);
    expect(found.findings).toEqual([
      expect.objectContaining({ where: `file ${named}`, what: 'here.pdf is not as it was sent: bytes of it changed, or are gone' }),
    ]);
    const backup = await office.type('backup', office.path('of-altered.db'), '--data', folder);
    expect([backup.exit, backup.out]).toEqual([1, expect.stringContaining(`the file ${named} is not as it was sent, and was not copied`)]);
    expect((await office.type('copy-files', '--from', office.path('safe.files.db'), '--to', folder)).exit).toBe(0);
    expect(await check(folder)).toEqual({ exit: 0, files: oneKept, findings: [] });
  });
});
