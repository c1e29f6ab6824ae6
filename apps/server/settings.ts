import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { AddressSettings } from '#platform/installation';

/** How this server runs. Everything comes from the environment; `--demonstration` from the command line. */
export interface Settings {
  readonly demonstration: boolean;
  /** The folder that holds what the addresses do not put elsewhere. */
  readonly folder: string;
  /** Where the log, the views and the jobs are. */
  readonly addresses: AddressSettings;
  readonly host: string;
  readonly port: number;
  /** The address people use, when it is not this machine's own: behind a proxy that speaks https, say. */
  readonly publicAddress: string | undefined;
  /** How many proxies of ours a request comes through: that many addresses of X-Forwarded-For are believed. */
  readonly proxies: number;
  readonly logLevel: string;
  /** Whom to tell about a weakness, for security.txt: an https or mailto address. */
  readonly securityContact: string | undefined;
}

/** A setting that cannot be used. Its message says what to write instead. */
export class BadSetting extends Error {}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

/** Reads settings. Throws BadSetting. */
export function readSettings(words: readonly string[], environment: Readonly<Record<string, string | undefined>>): Settings {
  const unknown = words.find((word) => word !== '--demonstration');
  if (unknown !== undefined) throw new BadSetting(`There is no option ${unknown}. The server takes --demonstration, or nothing for a live store`);
  const demonstration = words.includes('--demonstration');
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const port = Number(given('PORT') ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new BadSetting(`PORT is "${given('PORT')}". Write a number from 0 to 65535, like 3000`);
  const publicAddress = given('TALLYSTICK_URL');
  if (publicAddress !== undefined && !/^https?:\/\/[^\s/?#]+$/.test(publicAddress)) {
    throw new BadSetting(`TALLYSTICK_URL is "${publicAddress}". Write the address without a path, like https://grants.example.gov.uk`);
  }
  const proxies = Number(given('PROXIES') ?? 0);
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 9) throw new BadSetting(`PROXIES is "${given('PROXIES')}". Write how many proxies of yours stand before this server, like 1`);
  const logLevel = given('LOG_LEVEL') ?? (demonstration ? 'warn' : 'info');
  if (!logLevels.includes(logLevel)) throw new BadSetting(`LOG_LEVEL is "${logLevel}". Write one of: ${logLevels.join(', ')}`);
  const securityContact = given('SECURITY_CONTACT');
  if (securityContact !== undefined && !/^(https:\/\/|mailto:)\S+$/.test(securityContact)) {
    throw new BadSetting(`SECURITY_CONTACT is "${securityContact}". Write an address like mailto:security@example.gov.uk`);
  }
  const addresses = { EVENT_STORE_URL: given('EVENT_STORE_URL'), VIEW_STORE_URL: given('VIEW_STORE_URL'), REDIS_URL: given('REDIS_URL') };
  return { demonstration, addresses, folder: resolve(given('TALLYSTICK_DATA') ?? 'data'), host: given('HOST') ?? '127.0.0.1', port, publicAddress, proxies, logLevel, securityContact };
}

/** Whether people reach this server over https. Only then may a cookie be Secure and bear the __Host- name. */
export const isSecure = ({ publicAddress }: Pick<Settings, 'publicAddress'>): boolean => publicAddress?.startsWith('https:') ?? false;

/** The address to print. */
export const addressOf = ({ host, publicAddress }: Pick<Settings, 'host' | 'publicAddress'>, port: number): string =>
  publicAddress ?? `http://${isIP(host) === 6 ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
