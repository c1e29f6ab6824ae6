/**
 * A process whose callers all want the same money at once: `spender.ts <folder> <command> <role> <inputs> <callers> <calls>`.
 * It says that it is ready, waits for a word, and then says how each call ended.
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { toDate } from '#kernel';
import { demonstrationPerson } from '#domain/people';
import { openInstallation } from '#platform/installation';
import { withoutViews } from './without-views.js';

const [folder = '', name = '', role = '', given = '', callers, calls] = process.argv.slice(2);
const { engine, find, close } = await openInstallation({ folder, declarations: withoutViews });
const command = find(name);
if (!command) throw new Error(`There is no command ${name}`);
const inputs = JSON.parse(given) as readonly object[]; // one for all, or one for each caller
const say = (line: object): number => writeSync(1, `${JSON.stringify(line)}\n`);

say({ ready: true });
await once(process.stdin, 'data');
process.stdin.destroy();
const actor = demonstrationPerson(role);
const call = async (_: unknown, caller: number): Promise<void> => {
  const context = { actor, role, on: toDate('2012-05-01') };
  for (let turn = 0; turn < Number(calls); turn += 1) say(await engine.run(command, inputs[caller % inputs.length], context));
};
await Promise.all(Array.from({ length: Number(callers) }, call));
await close();
