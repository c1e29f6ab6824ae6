/** Where the log takes its time from. Tests and playbooks bring their own. */
export interface Clock {
  /** ISO instant in UTC with milliseconds, as in 2012-06-13T09:30:00.000Z. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** One spelling only, because instants are compared as text. */
export function isInstant(text: string): boolean {
  return written.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
}
