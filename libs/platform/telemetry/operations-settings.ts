/** A setting of operations that can't be used. Its message says what to write instead. */
export class UnusableSetting extends Error {}

export interface OperationsSettings {
  /** Where programs that look after this process ask; undefined opens no such port. */
  readonly port: number | undefined;
  readonly host: string;
  /** What whoever reads measures must show. */
  readonly metricsToken: string | undefined;
  /** How long a process that was told to stop says that it is not ready before it refuses anything. */
  readonly drainSeconds: number;
}

const shortestToken = 16;

/** Reads what server and worker have in common from the environment. Throws UnusableSetting. */
export function readOperationsSettings(environment: Readonly<Record<string, string | undefined>>): OperationsSettings {
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const whole = (name: string, most: number, like: string): number | undefined => {
    const text = given(name);
    if (text === undefined) return undefined;
    if (!/^\d+$/.test(text) || Number(text) > most) throw new UnusableSetting(`${name} is "${text}". Write a number from 0 to ${most}, like ${like}`);
    return Number(text);
  };
  const metricsToken = given('METRICS_TOKEN');
  if (metricsToken !== undefined && metricsToken.length < shortestToken) throw new UnusableSetting(`METRICS_TOKEN is shorter than ${shortestToken} characters. Write one that nobody guesses, as "openssl rand -hex 24" prints it`);
  return { port: whole('OPERATIONS_PORT', 65_535, '9464'), host: given('OPERATIONS_HOST') ?? '127.0.0.1', metricsToken, drainSeconds: whole('DRAIN_SECONDS', 300, '10') ?? 0 };
}
