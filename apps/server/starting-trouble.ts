import { UnusableAttendance } from '#attendance';
import { StoreFault } from '#platform/event-store';
import { UnusableSetting } from '#platform/telemetry';
import { ForeignViews } from '#platform/view-store';
import { UnplayableDemonstration } from './demonstration.js';
import { BadSetting } from './settings.js';

/** What to print when the server does not start. `isOurs`: a mistake in Tallystick, so the details are printed as well. */
export function startingTrouble(problem: unknown): { readonly lines: readonly string[]; readonly isOurs: boolean } {
  const message = problem instanceof Error ? problem.message : String(problem);
  const { code, port } = (problem ?? {}) as { code?: unknown; port?: unknown };
  if (code === 'EADDRINUSE') return { lines: [inUse(String(port))], isOurs: false };
  if (code === 'EACCES' || code === 'EPERM') return { lines: [`This may not be used: ${message}. Check who owns the data folder, or choose a port above 1024`], isOurs: false };
  if (problem instanceof BadSetting || problem instanceof UnusableSetting || problem instanceof UnusableAttendance || problem instanceof StoreFault || problem instanceof ForeignViews) return { lines: [message], isOurs: false };
  if (problem instanceof UnplayableDemonstration) return { lines: ['The demonstration cannot be played:', message], isOurs: true };
  return { lines: ['The server did not start. This is a mistake in Tallystick; the details are:', problem instanceof Error ? (problem.stack ?? message) : message], isOurs: true };
}

/** Two settings name ports, and only one of them is meant. */
function inUse(port: string): string {
  const setting = process.env.OPERATIONS_PORT === port && process.env.PORT !== port ? 'OPERATIONS_PORT' : 'PORT';
  return `Port ${port} is in use already. Stop the other server, or choose another port with ${setting}, such as ${setting}=${Number(port) + 1}`;
}
