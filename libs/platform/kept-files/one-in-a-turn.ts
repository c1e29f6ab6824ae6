import { setImmediate as nextTurn } from 'node:timers/promises';

export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Works that hold the whole process while the disk answers, one in each turn of it: between two of them everybody else is served.
 * Many files that come at once wait for each other, and no page waits for all of them.
 */
export function oneInATurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.then(() => nextTurn(), () => nextTurn());
    return done;
  };
}
