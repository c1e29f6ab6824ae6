import { resolve } from 'node:path';
import { readAttendanceSettings, type AttendanceSettings } from '#attendance';
import type { AddressSettings } from '#platform/installation';
import { readOperationsSettings, type OperationsSettings } from '#platform/telemetry';

/** How this worker runs. Everything comes from the environment, by the names that the server uses. */
export interface WorkerSettings {
  /** Holds whatever has no address of its own. */
  readonly folder: string;
  readonly addresses: AddressSettings;
  readonly logLevel: string;
  readonly operations: OperationsSettings;
  readonly attendance: AttendanceSettings;
}

/** A setting that cannot be used. Its message says what to write instead. */
export class BadSetting extends Error {}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

/** Throws BadSetting, UnusableSetting or UnusableAttendance. */
export function readWorkerSettings(environment: Readonly<Record<string, string | undefined>>): WorkerSettings {
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const logLevel = given('LOG_LEVEL') ?? 'info';
  if (!logLevels.includes(logLevel)) throw new BadSetting(`LOG_LEVEL is "${logLevel}". Write one of: ${logLevels.join(', ')}`);
  return {
    folder: resolve(given('TALLYSTICK_DATA') ?? 'data'),
    addresses: { EVENT_STORE_URL: given('EVENT_STORE_URL'), VIEW_STORE_URL: given('VIEW_STORE_URL'), REDIS_URL: given('REDIS_URL') },
    logLevel, operations: readOperationsSettings(environment), attendance: readAttendanceSettings(environment),
  };
}
