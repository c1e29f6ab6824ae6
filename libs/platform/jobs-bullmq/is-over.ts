import { setTimeout as wait } from 'node:timers/promises';

/** Whether it came to its end in the time. A fault is an end too: a connection tells of its faults by an event of its own. */
export async function isOver(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, milliseconds, false);
  const over = await Promise.race([work.then(() => true, () => true), late]);
  clearTimeout(timer);
  return over;
}

const politely = 2_000;

/** Ends a connection to the queue: politely when it answers, and at once when it does not. */
export async function ended(connection: { close(): Promise<void>; disconnect(): Promise<void> }): Promise<void> {
  const closed = await Promise.race([connection.close().then(() => true, () => false), wait(politely, false, { ref: false })]);
  if (!closed) await isOver(connection.disconnect(), politely);
}
