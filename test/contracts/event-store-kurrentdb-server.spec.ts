import { leafOf } from '#platform/event-store';
import { openKurrentEventStore } from '#platform/event-store-kurrentdb';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { checkLog } from '#platform/transparency';
import { anEvent, aRequest, countingTo, someEvents, stored, versionsOf, wholeLog } from '../../libs/platform/event-store/testing/tested-log.js';
import type { KurrentDouble } from '../support/kurrentdb-double/index.js';
import { until, withDouble } from '../support/kurrentdb-double/with-double.js';
import { requireService } from '../support/require-service.js';
import { temporaryFolder } from '../support/temporary-folder.js';

requireService('kurrentdb')('a log in KurrentDB and the server that holds it', () => {
  const { start, open } = withDouble();

  /** Loses, or changes, what the server holds, as nobody is allowed to. */
  const tamper = (double: KurrentDouble, version: number, change: (index: number) => void) =>
    change(double.log.records.findIndex(({ stream, revision }) => stream === 'tallystick.award-1' && revision === version - 1));

  test.each(['24.10.4', '25.1.0'])('a server of version %s is refused when the log is opened, with what to upgrade to', async (version) => {
    const double = await start({ version });
    await expect(open(double)).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/too old.*26\.1 or later/) });
  });

  test('who may not read $all is told so when the log is opened', async () => {
    const double = await start();
    double.faults.next('read', 'denied');
    await expect(open(double)).rejects.toMatchObject({ kind: 'unreachable', message: expect.stringMatching(/would not read \$all.*may read \$all/) });
  });

  test('two streams whose names differ in case only are two, also in one append', async () => {
    const double = await start();
    const store = await open(double, { address: double.address().replace('//', '//ann:hunter%402@') }); // over an open line the client drops the password
    await stored(store, [anEvent('award-aB'), anEvent('award-Ab'), anEvent('award-ab'), anEvent('award-aB')]);
    expect(await Promise.all(['award-aB', 'award-Ab', 'award-ab', 'award-AB'].map(async (stream) => (await versionsOf(store, stream)).length))).toEqual([2, 1, 1, 0]);
    expect((await wholeLog(store)).map(({ stream }) => stream)).toEqual(['award-aB', 'award-Ab', 'award-ab', 'award-aB']);
    expect((await checkLog(store)).findings).toEqual([]);
  });

  test.each([
    [true, 'knows it again'],
    [false, 'says that its checks do not hold'],
  ])('an append that was stored, but whose answer was lost, counts as stored, also when the server (%s) %s', async (knowsRepeats) => {
    const double = await start({ knowsRepeats });
    const [here, elsewhere] = [await open(double), await open(double)];
    await stored(here, someEvents(1, 'award-1'));
    const asked = double.faults.seen.append;
    double.faults.next('append', 'hang-after');
    const appending = here.append(aRequest(someEvents(2, 'award-1'), ['award-1', 1]));
    await until(() => double.faults.seen.append > asked);
    await stored(elsewhere, someEvents(1, 'award-2'));
    expect(await appending).toMatchObject({ outcome: 'stored', first: 2, last: 3, repeated: false });
    expect(await wholeLog(here)).toHaveLength(4);
  });

  test('an append that never arrived is decided again behind those who came meanwhile', async () => {
    const double = await start();
    const [here, elsewhere] = [await open(double), await open(double)];
    await stored(here, someEvents(1, 'award-1'));
    const asked = double.faults.seen.append;
    double.faults.next('append', 'hang');
    const appending = [here.append(aRequest(someEvents(1, 'award-1'), ['award-1', 1])), here.append(aRequest(someEvents(1, 'award-2'), ['award-2', 'absent']))];
    await until(() => double.faults.seen.append > asked);
    await stored(elsewhere, someEvents(2, 'award-1'));
    expect(await Promise.all(appending)).toMatchObject([
      { outcome: 'conflict', stream: 'award-1', expected: 1, actual: 3 },
      { outcome: 'stored', first: 4 },
    ]);
  });

  test('nobody is turned down on the word of another caller, who was wrong', async () => {
    const double = await start();
    const [here, elsewhere] = [await open(double), await open(double)];
    await stored(elsewhere, [...someEvents(2, 'award-1'), ...someEvents(1, 'fund-1')]);
    const results = await Promise.all([
      here.append(aRequest(someEvents(1, 'award-1'), ['award-1', 7])),
      here.append(aRequest(someEvents(1, 'award-1'), ['award-1', 2])),
      here.append(aRequest(someEvents(1, 'fund-1'), ['fund-1', 9])),
      here.append(aRequest(someEvents(1, 'fund-1'), ['fund-1', 'present'])),
    ]);
    expect(results).toMatchObject([{ outcome: 'conflict', actual: 2 }, { outcome: 'stored', first: 4 }, { outcome: 'conflict', actual: 1 }, { outcome: 'stored', first: 5 }]);
  });

  test('the usual append asks the server once', async () => {
    const double = await start();
    const store = await open(double);
    await stored(store, someEvents(1, 'award-1'));
    const [reads, appends] = [double.faults.seen.read, double.faults.seen.append];
    for (const version of [1, 2, 3]) await store.append(aRequest(someEvents(1, 'award-1'), ['award-1', version], [`fund-${version}`, 'absent']));
    expect([double.faults.seen.read - reads, double.faults.seen.append - appends]).toEqual([0, 3]);
  });

  test('an append that is larger than the server takes is refused with the setting to raise', async () => {
    const store = await open(await start({ maximumAppendBytes: 20_000 }));
    await expect(store.append(aRequest(someEvents(100, 'award-1')))).rejects.toMatchObject({ kind: 'unreachable', message: expect.stringMatching(/MaxAppendSize/) });
    expect(await stored(store, someEvents(1, 'award-1'))).toMatchObject({ first: 1 });
  });

  test('F11 a byte that was changed on the server is found by the check, at its event', async () => {
    const double = await start();
    const store = await open(double);
    await stored(store, someEvents(5, 'award-1'));
    const before = await checkLog(store);
    expect(before).toMatchObject({ events: 5, findings: [] });
    tamper(double, 3, (index) => {
      const record = double.log.records[index];
      record?.data.set(Buffer.from(Buffer.from(record.data).toString().replace('"index":2', '"index":7')));
    });
    const after = await checkLog(store);
    expect(after.findings[0]).toMatchObject({ position: 3 });
    expect(after.root).not.toBe(before.root);
  });

  test('an event that is missing stops every reader, and is never stepped over', async () => {
    const double = await start();
    const store = await open(double);
    await stored(store, someEvents(5, 'award-1'));
    tamper(double, 3, (index) => double.log.records.splice(index, 1));
    expect((await store.readAll({ after: 0, limit: 10 })).next).toBe(2);
    await expect(store.readAll({ after: 2, limit: 10 })).rejects.toMatchObject({ kind: 'corrupt', message: expect.stringMatching(/no event at position 3/) });
  });

  test('a log whose bookkeeping is not ours is refused', async () => {
    const double = await start();
    double.log.append([{ stream: 'tallystick:batches', id: anEvent('a-1').id, type: 'Other', isJson: true, data: Buffer.from('{}'), properties: {} }], []);
    await expect((await open(double)).head()).rejects.toMatchObject({ kind: 'corrupt', message: expect.stringMatching(/something else than Tallystick/) });
  });

  test('two logs in one database know nothing of each other', async () => {
    const double = await start();
    const one = await open(double);
    const other = await open(double, { address: double.address('second') });
    await stored(one, someEvents(3, 'award-1'));
    expect(await stored(other, someEvents(1, 'award-1'))).toMatchObject({ first: 1 });
    expect(await wholeLog(one)).toHaveLength(3);
  });

  test('what lies in the server are the octets that were hashed, with flat metadata to find and check them by', async () => {
    const double = await start();
    const store = await open(double);
    await stored(store, [anEvent('award-AW-2012-004')]);
    const record = double.log.streamOf('tallystick.award-AW-2012-004')?.[0];
    const [read] = await store.readRecords({ after: 0, limit: 1 });
    expect(Buffer.from(record?.data ?? []).toString()).toBe(read?.record);
    const properties = { position: '1', schema: '1', effectiveOn: '2012-06-13', 'meta.actor': 'person:1', leaf: leafOf(read?.record ?? '').toString('hex') };
    expect(record).toMatchObject({ type: 'AwardApproved', isJson: false, properties });
  });

  test('a backup is a log in one SQLite file, with the same root', async () => {
    const folder = await temporaryFolder();
    const store = await open(await start());
    for (const turn of countingTo(3)) await stored(store, someEvents(10, `award-${turn}`));
    await store.backup(folder.path('backup.db'));
    await expect(store.backup(folder.path('backup.db'))).rejects.toMatchObject({ kind: 'invalid' });
    const copy = await openSqliteEventStore({ file: folder.path('backup.db') });
    expect(await checkLog(copy)).toEqual(await checkLog(store));
    await copy.close();
    await folder.remove();
  });

  test('an address that cannot be read is refused without being printed', async () => {
    const fault = await openKurrentEventStore({ address: 'kurrentdb://ann:hunter2@' }).catch((error: unknown) => error);
    expect(fault).toMatchObject({ kind: 'invalid', message: expect.stringMatching(/^The address of KurrentDB cannot be read/) });
    expect(String(fault)).not.toContain('hunter2');
  });
});
