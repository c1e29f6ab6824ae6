import { hash } from 'node:crypto';
import { v4, v5 } from 'uuid';

/** Namespace of everything that Tallystick derives; fixed for ever, since stored ids depend on it. */
const namespace = '7a1177c1-5c0e-5d64-9b54-3f2b8f6f2a10';

/** The id of a command: from its idempotency key where it has one, so that a retry is the same command. */
export const commandIdOf = (key: string | undefined): string => (key === undefined ? v4() : v5(key, namespace));

/** The id of a command's n-th event. */
export const eventIdOf = (commandId: string, index: number): string => v5(String(index), commandId);

/** Eight hexadecimal digits per field, kept with the event so that a reused key can name the field that differs. */
export function contentOf(name: string, input: object): Readonly<Record<string, string>> {
  const digest = (value: unknown): string => hash('sha256', JSON.stringify(value)).slice(0, 8);
  return { command: name, ...Object.fromEntries(Object.entries(input).map(([field, value]) => [field, digest(value)])) };
}

/** The first field in which two contents differ. */
export function difference(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): string | undefined {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].find((field) => a[field] !== b[field]);
}
