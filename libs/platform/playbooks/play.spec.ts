import { readFileSync } from 'node:fs';
import { play } from './play.js';
import { playbook, staged } from './testing/staged.js';

const fund = `
- on: "2012-04-02"
  by: finance-officer
  do: OpenFund
  with: { code: IMPROVEMENT, name: Improvement fund }`;
const budget = (amount: string) => `
- on: "2012-04-02"
  by: finance-officer
  do: SetBudget
  with: { fund: IMPROVEMENT, financialYear: FY1213, amount: "${amount}" }`;
const councils = `
- on: "2012-04-03"
  by: programme-officer
  do: RegisterOrganisation
  with: { name: $name, type: $type, region: $region }
  repeat:
    - { name: Trafford, type: metropolitan, region: North West, as: $trafford }
    - { name: Rushcliffe, type: district, as: $rushcliffe }`;
const renamed = `
- on: "2012-04-04"
  by: programme-manager
  do: RenameOrganisation
  with: { organisation: $rushcliffe, name: Rushcliffe Borough Council }`;

describe('playing a playbook', () => {
  it('stores every step in order, under the day it says, and gives the references by their names', async () => {
    const { stage, store } = await staged();
    const report = await play(playbook(fund + budget('£100.00') + councils + renamed), stage);
    expect(report).toMatchObject({ steps: 5, played: 5, repeated: 0, refused: 0, references: { $trafford: 'OR-2012-001', $rushcliffe: 'OR-2012-002' } });
    expect(report.stopped).toBeUndefined();
    const { events } = await store.readAll({ after: 1, limit: 100 });
    expect(events.at(-1)).toMatchObject({ type: 'OrganisationRenamed', stream: 'organisation-OR-2012-002', recordedAt: '2012-04-04T12:00:00.000Z', meta: { actor: 'person:demo-programme-manager' } });
    expect(events.find(({ type }) => type === 'OrganisationRegistered')?.data).toMatchObject({ name: 'Trafford', region: 'North West' });
  });

  it('changes nothing the second time', async () => {
    const { stage, store, root } = await staged();
    const book = playbook(fund + budget('£100.00') + budget('£100.00') + councils + renamed);
    await play(book, stage);
    const before = [await root(), (await store.head()).position];
    expect(await play(book, stage)).toMatchObject({ played: 0, repeated: 6, references: { $trafford: 'OR-2012-001' } });
    expect([await root(), (await store.head()).position]).toEqual(before);
  });

  it('is played as the guide to playbooks shows it', async () => {
    const example = /```yaml\n([\s\S]+?)```/.exec(readFileSync('docs/playbooks.md', 'utf8'))?.[1] ?? '';
    const { stage, store } = await staged();
    expect(await play(playbook(example), stage)).toMatchObject({ played: 3, refused: 1, references: { $rushcliffe: 'OR-2012-002' } });
    expect(await store.head()).toMatchObject({ recordedAt: '2013-02-11T10:30:00.000Z' });
  });

  it('comes to the same root in every empty log', async () => {
    const text = readFileSync('infra/demonstration/future-councils.yaml', 'utf8');
    const roots = [];
    for (const window of [1, 7, 256]) {
      const { stage, root } = await staged();
      const report = await play(playbook(text, 'future-councils.yaml'), stage, { window });
      expect(report.stopped).toBeUndefined();
      roots.push(await root());
    }
    expect(new Set(roots).size).toBe(1);
  });

  it('doubles nothing when a step is put in, mended or named afterwards', async () => {
    const { stage } = await staged();
    await play(playbook(fund + budget('£100.00') + councils), stage);
    const more = fund + budget('£50.00') + budget('£100.00').replace('do:', 'note: from the minutes\n  do:') + councils.replace('as: $trafford', 'as: $first') + renamed;
    expect(await play(playbook(more), stage)).toMatchObject({ played: 2, repeated: 4, recordedLate: 0 });
  });

  it('stops at a refusal nobody expected, keeps what was played, and continues when it is mended', async () => {
    const { stage, store } = await staged();
    const twice = fund + budget('£100.00') + fund.replace('Improvement fund', 'The same code') + councils;
    const report = await play(playbook(twice), stage);
    expect(report).toMatchObject({ played: 2, references: {}, stopped: { file: 'test.yaml', line: 10, command: 'OpenFund', reason: 'There is a fund IMPROVEMENT already: Improvement fund (code-is-taken)' } });
    expect(report.stopped?.advice).toContain('what was played is not played twice');
    const stayed = (await store.head()).position;
    expect(stayed).toBeGreaterThan(1);
    expect(await play(playbook(fund + budget('£100.00') + councils), stage)).toMatchObject({ played: 2, repeated: 2 });
  });

  it('stops when the log can no longer be written, and says at which line', async () => {
    const { stage } = await staged();
    let calls = 0;
    const failing = { ...stage, run: (...args: Parameters<typeof stage.run>) => ((calls += 1) === 3 ? Promise.reject(new Error('the disk is full')) : stage.run(...args)) };
    expect(await play(playbook(fund + budget('£100.00') + councils + renamed), failing)).toMatchObject({ played: 2, stopped: { line: 15, reason: 'the disk is full' } });
    expect(await play(playbook(fund + budget('£100.00') + councils + renamed), stage)).toMatchObject({ played: 3, repeated: 2 });
  });

  it('says who may do what a role may not', async () => {
    const { stage } = await staged();
    const { stopped } = await play(playbook(fund.replace('finance-officer', 'auditor')), stage);
    expect(stopped?.reason).toBe('OpenFund: The role auditor may not do this: fund:open is held by finance-officer');
  });

  it('refuses a story whose recording runs backwards, before anything is stored', async () => {
    const { stage, store } = await staged();
    const { stopped } = await play(playbook(councils + fund), stage);
    expect(stopped).toMatchObject({ line: 9, reason: expect.stringContaining('recorded on 2012-04-02, before the one above it') });
    expect((await store.head()).position).toBe(1);
  });
});

describe('a step that should be refused', () => {
  const refused = fund.replace('Improvement fund', 'Again') + '\n  refused: code-is-taken';

  it('is rehearsed and never stored', async () => {
    const { stage, store } = await staged();
    expect(await play(playbook(fund + refused), stage)).toMatchObject({ played: 1, refused: 1, skipped: [] });
    expect((await store.head()).position).toBe(2);
  });

  it('stops the playing when it would be done, or is refused for another reason', async () => {
    const { stage } = await staged();
    expect((await play(playbook(refused), stage)).stopped).toMatchObject({ line: 2, reason: 'This should be refused with code-is-taken, but it would be done' });
    const other = `${budget('£5.00')}\n  refused: not-permitted`;
    expect((await play(playbook(other), stage)).stopped?.reason).toBe('This should be refused with not-permitted, but this came of it: There is no fund IMPROVEMENT (not-found)');
  });

  it('is left out the second time when later steps are in the log, and the report says so', async () => {
    const { stage } = await staged();
    const early = `${budget('£5.00')}\n  refused: not-found`;
    const book = playbook(early + fund + refused);
    expect(await play(book, stage)).toMatchObject({ refused: 2, skipped: [] });
    expect(await play(book, stage)).toMatchObject({ refused: 1, repeated: 1, skipped: [{ line: 2, command: 'SetBudget', refusal: 'not-found' }] });
  });

  it('takes no number from the step that is done later in the same words', async () => {
    const { stage } = await staged();
    await play(playbook(fund + budget('£5.00')), stage);
    const again = playbook(`${budget('£5.00')}\n  refused: not-found${fund}${budget('£5.00')}`);
    expect(await play(again, stage)).toMatchObject({ played: 0, repeated: 2 });
  });
});

describe('history that is brought into a live log', () => {
  it('keeps the real time of recording and the date of the business', async () => {
    const { stage, store } = await staged('live');
    expect((await play(playbook(councils + fund), stage)).stopped).toBeUndefined();
    const { events } = await store.readAll({ after: 1, limit: 100 });
    const last = events.at(-1);
    expect(last).toMatchObject({ effectiveOn: '2012-04-02', meta: { actor: 'person:history-finance-officer' } });
    expect(last?.recordedAt.slice(0, 4)).not.toBe('2012');
  });
});
