import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '#domain';
import { maySignInAs } from '#domain/people';
import { commandIdOf, eventIdOf } from '#platform/engine';
import { holdsOnlyItsFoundation } from '#platform/installation';
import { keysOf, merged, play, readTogether, type Playbook } from '#platform/playbooks';
import type { House } from './house.js';

/** A playbook of the demonstration that cannot be read or played: a mistake in the repository. */
export class UnplayableDemonstration extends Error {}

/** The playbooks in a folder, read as a whole before anything is played: each may use names of those that it comes after. Throws UnplayableDemonstration. */
export function demonstrationPlaybooks(folder: string): readonly Playbook[] {
  const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)).sort();
  const reading = readTogether(files.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') })), commands, maySignInAs);
  if (!reading.ok) throw new UnplayableDemonstration(reading.problems.map(({ line, message }) => `${reading.file}:${line}: ${message}`).join('\n'));
  return reading.value;
}

/** When the earliest step was recorded: a demonstration begins there (ISO instant). */
export const beginningOf = (playbooks: readonly Playbook[]): string | undefined => playbooks.flatMap(({ steps }) => steps.map(({ recordedAt }) => recordedAt)).sort()[0];

/**
 * Plays the demonstration into an empty log through the one door, and goes on where an earlier start was cut short. A log
 * that holds anything else, or all of it, is left alone. Throws UnplayableDemonstration.
 */
export async function playDemonstration(playbooks: readonly Playbook[], { kind, store, engine }: Pick<House, 'kind' | 'store' | 'engine'>): Promise<'played' | 'left alone'> {
  const wasPlayed = async (key: string | undefined): Promise<boolean> => key !== undefined && (await store.findEvent(eventIdOf(commandIdOf(key), 0))) !== undefined;
  const playbook = merged(playbooks);
  const keys = keysOf(playbook.steps).flatMap(({ key }) => (key === '' ? [] : [key]));
  const isEmpty = await holdsOnlyItsFoundation(store);
  const isHalfPlayed = !isEmpty && (await wasPlayed(keys[0])) && !(await wasPlayed(keys.at(-1)));
  if (!isEmpty && !isHalfPlayed) return 'left alone';
  const { recordedAt } = await store.head();
  const stage = { kind, run: engine.run.bind(engine), wasPlayed, ...(recordedAt === undefined ? {} : { recordedUpTo: recordedAt }) };
  const { stopped } = await play(playbook, stage);
  if (stopped) throw new UnplayableDemonstration(`${stopped.file}:${stopped.line}: ${stopped.command}: ${stopped.reason}`);
  return 'played';
}
