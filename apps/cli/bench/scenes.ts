import { commands } from '#domain';
import { everyRole } from '#domain/people';
import type { Engine } from '#platform/engine';
import type { EventStore } from '#platform/event-store';
import { play, readPlaybook, type Playbook, type PlayReport } from '#platform/playbooks';
import { wasPlayed } from '../was-played.js';

/** A playbook that was made up here; one that cannot be read is our mistake, and throws. */
export function readScene(text: string): Playbook {
  const scene = readPlaybook('scene.jsonl', text, commands, everyRole);
  if (!scene.ok) throw new Error(`What was made up cannot be read: ${JSON.stringify(scene.problems)}`);
  return scene.value;
}

/** Plays it to its end, or throws. */
export async function playScene(scene: Playbook, { engine, store, kind }: { readonly engine: Engine; readonly store: EventStore; readonly kind: 'demonstration' | 'live' }): Promise<PlayReport> {
  const report = await play(scene, { kind, run: engine.run.bind(engine), wasPlayed: wasPlayed(store) });
  if (report.stopped) throw new Error(`What was made up stopped at line ${report.stopped.line}: ${report.stopped.reason}`);
  return report;
}
