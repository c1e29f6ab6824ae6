import { setTimeout as pause } from 'node:timers/promises';
import { declarations, openBackroom, upkeepOn } from '#attendance';
import { openAccounts } from '#platform/accounts';
import { openInstallation, whereInWords } from '#platform/installation';
import { Gate, openLog, openOperationsPort, openWatch, Survey } from '#platform/telemetry';
import type { WorkerSettings } from './settings.js';

export interface RunningWorker {
  readonly log: ReturnType<typeof openLog>;
  /** Not ready first; then what runs comes to its end or is handed back; then all is closed. */
  stop(): Promise<void>;
}

/** Opens the installation, keeps its views up, and attends to duties and jobs. */
export async function work(settings: WorkerSettings, version: string): Promise<RunningWorker> {
  const { folder, addresses, operations, attendance } = settings;
  const log = openLog({ level: settings.logLevel, part: 'worker' });
  const watch = await openWatch('worker', process.env, version);
  const installation = await openInstallation({ folder, settings: addresses, declarations, watch, works: true });
  const accounts = await openAccounts({ address: installation.addresses.accounts, clock: installation.clock });
  const backroom = await openBackroom(installation);
  const { measures } = watch;
  measures.about.set({ part: 'worker', version, kind: installation.kind }, 1);
  const survey = new Survey({ store: installation.store, views: installation.views, clock: installation.clock, measures, folder: installation.folder, jobs: backroom.jobs, upkeep: () => upkeepOn(backroom.shelf) });
  const gate = new Gate({ survey, measures, answersFromViews: false });
  const { metricsToken, port, host, drainSeconds } = operations;
  const operationsPort = port === undefined ? undefined : await openOperationsPort({ gate, measures, survey, log, ...(metricsToken === undefined ? {} : { metricsToken }) }, { host, port });
  backroom.attend({ accounts, settings: attendance, log });
  log.info({ kind: installation.kind, where: whereInWords(installation.folder, installation.addresses) }, 'the worker attends to views, duties and jobs');
  return {
    log,
    stop: async () => {
      log.info('the worker stops: it finishes what runs, and hands the rest back');
      gate.drain();
      await pause(drainSeconds * 1_000);
      await backroom.close();
      await operationsPort?.close();
      await accounts.close();
      await installation.close();
      await watch.close();
    },
  };
}
