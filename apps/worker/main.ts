import { readFileSync } from 'node:fs';
import { UnusableAttendance } from '#attendance';
import { StoreFault } from '#platform/event-store';
import { UnusableSetting } from '#platform/telemetry';
import { ForeignViews } from '#platform/view-store';
import { BadSetting, readWorkerSettings } from './settings.js';
import { work } from './work.js';

/** What closing may take beside the jobs' own time. */
const patienceSeconds = 15;

async function start(): Promise<void> {
  const settings = readWorkerSettings(process.env);
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string };
  const { log, stop } = await work(settings, version);
  let isStopping = false;
  const end = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), (settings.attendance.jobsDrainSeconds + settings.operations.drainSeconds + patienceSeconds) * 1_000).unref();
    await stop();
    log.info('the worker has stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end().catch(fail));
}

/** 2 for what an operator can mend, 1 for a mistake of ours. */
function fail(problem: unknown): void {
  const isTheirs = [BadSetting, UnusableSetting, UnusableAttendance, StoreFault, ForeignViews].some((kind) => problem instanceof kind);
  const { message, stack } = problem instanceof Error ? problem : { message: String(problem), stack: undefined };
  process.stderr.write(isTheirs ? `${message}\n` : `The worker did not start or stop as it should. This is a mistake in Tallystick; the details are:\n${stack ?? message}\n`);
  process.exitCode = isTheirs ? 2 : 1;
  setTimeout(() => process.exit(), 100).unref();
}

start().catch(fail);
