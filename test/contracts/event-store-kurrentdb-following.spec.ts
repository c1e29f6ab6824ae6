import { randomUUID } from 'node:crypto';
import { countingTo, someEvents, stored } from '../../libs/platform/event-store/testing/tested-log.js';
import type { KurrentDouble } from '../support/kurrentdb-double/index.js';
import { following, until, withDouble } from '../support/kurrentdb-double/with-double.js';
import { requireService } from '../support/require-service.js';
import { SourceProcess } from '../support/source-process.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** What others keep in the same database. */
function othersWrite(double: KurrentDouble, records: number): void {
  for (const turn of countingTo(records)) {
    double.log.append([{ stream: `orders-${turn % 7}`, id: randomUUID(), type: 'OrderPlaced', isJson: true, data: Buffer.from('{}'), properties: {} }], []);
  }
}

requireService('kurrentdb')('hazards of the client for KurrentDB: following', () => {
  const { start, open } = withDouble();
  const positions = (follower: ReturnType<typeof following>) => follower.seen.map(({ position }) => position);

  test('H a follower who leaves ends the subscription when it was the last, and S its loop ends by itself', async () => {
    const double = await start();
    const store = await open(double);
    const [one, other] = [following(store), following(store)];
    await until(() => double.subscriptions.count === 1);
    await one.leave();
    await stored(store, someEvents(1, 'award-1'));
    await until(() => other.seen.length === 1);
    expect(double.subscriptions.count).toBe(1);
    await other.leave();
    await until(() => double.subscriptions.count === 0);
  });

  test.each([
    ['I a subscription that the server ends without an error', (double: KurrentDouble) => double.subscriptions.end()],
    ['J a subscription that breaks off with an error, U and never closes', (double: KurrentDouble) => double.subscriptions.fail()],
    ['a subscription whose connection is cut', (double: KurrentDouble) => double.cut()],
  ])('%s is begun again after the last place it passed, and nothing is missed', async (_, lose) => {
    const double = await start();
    const [store, elsewhere] = [await open(double), await open(double)];
    const follower = following(store);
    await until(() => double.subscriptions.count === 1);
    await stored(elsewhere, someEvents(2, 'award-1'));
    await until(() => follower.seen.length === 2);
    lose(double);
    await stored(elsewhere, someEvents(2, 'award-1'));
    await until(() => double.subscriptions.begins.length > 1 && double.subscriptions.count === 1);
    await stored(elsewhere, someEvents(2, 'award-1'));
    await until(() => follower.seen.length === 6);
    expect(positions(follower)).toEqual(countingTo(6));
    expect(double.subscriptions.begins[0]).toBe('end');
    expect(Number(double.subscriptions.begins[1])).toBeGreaterThan(0);
    await follower.leave();
  });

  test('a subscription that the server never confirms is given up and begun again', async () => {
    const double = await start();
    const store = await open(double);
    double.faults.next('subscribe', 'hang', 'unavailable');
    const follower = following(store);
    await until(() => double.subscriptions.count === 1);
    expect(double.faults.seen.subscribe).toBe(3);
    await follower.leave();
  });

  test('V checkpoints are noted and do nothing that could fail, so events go on coming; what is begun again begins at the last of them', async () => {
    const double = await start();
    const [store, elsewhere] = [await open(double), await open(double)];
    const follower = following(store);
    await until(() => double.subscriptions.count === 1);
    await stored(elsewhere, someEvents(1, 'award-1'));
    await until(() => follower.seen.length === 1);
    const ours = double.log.records.at(-1)?.place ?? 0n;
    othersWrite(double, 500);
    await stored(elsewhere, someEvents(1, 'award-1'));
    await until(() => follower.seen.length === 2);
    othersWrite(double, 500);
    const beforeLast = double.log.records.at(-100)?.place ?? 0n;
    await until(() => double.faults.seen.subscribe === 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    double.cut();
    await until(() => double.subscriptions.begins.length === 2);
    expect(BigInt(double.subscriptions.begins[1] ?? 0)).toBeGreaterThan(ours);
    expect(BigInt(double.subscriptions.begins[1] ?? 0)).toBeGreaterThan(beforeLast);
    await follower.leave();
  });

  test('a flood of what others write, with the connection cut in its midst, loses none of ours and brings nothing of theirs', async () => {
    const double = await start();
    const [store, elsewhere] = [await open(double), await open(double)];
    const follower = following(store);
    for (const round of countingTo(10)) {
      othersWrite(double, 2_000);
      if (round % 4 === 0) double.cut();
      await stored(elsewhere, someEvents(3, `award-${round}`));
    }
    await until(() => follower.seen.length >= 30);
    expect(positions(follower)).toEqual(countingTo(30));
    await follower.leave();
  });

  test('O2 a process that has closed its log ends by itself', async () => {
    const double = await start();
    const folder = await temporaryFolder();
    const visitor = new SourceProcess<string>(folder.path('said'), new URL('../support/kurrentdb-double/visitor.ts', import.meta.url), double.address());
    await visitor.finished();
    expect(visitor.lines()).toEqual(['closed']);
    await folder.remove();
  });
});
