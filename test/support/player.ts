/**
 * A process that plays a playbook as `tally play` does and says, a line for each, which steps were acknowledged:
 * `player.ts <folder> <playbook>`.
 */
import { readFileSync, writeSync } from 'node:fs';
import { commands } from '#domain';
import { maySignInAs } from '#domain/people';
import { commandIdOf } from '#platform/engine';
import { openInstallation } from '#platform/installation';
import { play, readPlaybook } from '#platform/playbooks';
import { wasPlayed } from '../../apps/cli/was-played.js';
import { withoutViews } from './without-views.js';

const [folder = '', file = ''] = process.argv.slice(2);
const reading = readPlaybook(file, readFileSync(file, 'utf8'), commands, maySignInAs);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));

const { store, engine, kind, close } = await openInstallation({ folder, declarations: withoutViews, kind: 'demonstration', recordedAt: '2012-01-01T12:00:00.000Z' });
const report = await play(reading.value, {
  kind,
  wasPlayed: wasPlayed(store),
  run: async (command, input, context) => {
    const outcome = await engine.run(command, input, context);
    if (outcome.outcome === 'done' && context.key !== undefined) {
      const { reference, position } = outcome;
      // At once and in one piece: what stands there was acknowledged before the process died.
      writeSync(1, `${JSON.stringify({ commandId: commandIdOf(context.key), reference, position })}\n`);
    }
    return outcome;
  },
});
await close();
if (report.stopped) throw new Error(JSON.stringify(report.stopped));
