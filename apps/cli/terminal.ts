/** Where `tally` reads and writes: the process's own streams, or a test's. */
export interface Terminal {
  /** What was asked for; can be piped. */
  out(text: string): void;
  /** Progress and complaints. */
  err(text: string): void;
  /** Whether a person is looking: colours and progress are for people only. */
  readonly isPerson: boolean;
  readStdin(): Promise<string>;
}

const paint = (code: number) => (terminal: Terminal, text: string): string => (terminal.isPerson ? `\u001b[${code}m${text}\u001b[0m` : text);
export const bold = paint(1);
export const red = paint(31);
export const green = paint(32);

export function processTerminal(process: NodeJS.Process): Terminal {
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    isPerson: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
    readStdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString('utf8');
    },
  };
}
