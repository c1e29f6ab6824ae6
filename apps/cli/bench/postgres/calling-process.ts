/** A server process as far as commands go: opens a log, says that it is ready, and at each word "go" calls its engine and tells what was done. */
import { callEngine } from '../through-engine.js';
import { authorising, renaming } from '../work.js';
import { engineOn } from './engine-on.js';
import type { Done } from './forked.js';

/** What it is asked. */
export interface Calling {
  readonly address: string;
  readonly award: string;
  readonly callers: number;
  readonly milliseconds: number;
  /** Of its callers, one for each: they rename these and meet nobody. Left out: they authorise payments of the one award. */
  readonly organisations?: readonly string[];
}

const warmUp = 3_000;
const tell = (said: 'ready' | Done): void => void process.send?.(said);
const next = <Message>(): Promise<Message> => new Promise((resolve) => process.once('message', resolve));

const { address, award, callers, milliseconds, organisations } = await next<Calling>();
const work = organisations ? renaming(organisations) : authorising(award);
const { engine } = await engineOn(address);
await callEngine({ engine, award }, callers, { commands: warmUp }, work);
tell('ready');
for (;;) {
  await next<'go'>(); // whoever measures ends this process
  const { commands, milliseconds: took } = await callEngine({ engine, award }, callers, { milliseconds }, work);
  tell({ commands, milliseconds: took });
}
