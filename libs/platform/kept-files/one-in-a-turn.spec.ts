import { setImmediate as turnOfTheProcess } from 'node:timers/promises';
import { oneInATurn } from './one-in-a-turn.js';

describe('works that hold the process', () => {
  it('are done one in each turn, in the order in which they were asked for, so that others are served in between', async () => {
    const inTurn = oneInATurn();
    const done: string[] = [];
    const works = ['one', 'two', 'three'].map((name) => inTurn(async () => done.push(name)));
    const seen: number[] = [];
    while (done.length < works.length) {
      await turnOfTheProcess();
      seen.push(done.length);
    }
    expect([done, seen]).toEqual([['one', 'two', 'three'], [1, 2, 3]]);
    await Promise.all(works);
  });

  it('go on after one that failed, which fails for whoever asked for it alone', async () => {
    const inTurn = oneInATurn();
    const failing = inTurn(() => Promise.reject(new Error('the disk is full')));
    const next = inTurn(() => Promise.resolve('kept'));
    await expect(failing).rejects.toThrow('the disk is full');
    expect(await next).toBe('kept');
  });
});
