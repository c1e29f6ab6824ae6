import type { CommandDeclaration } from './command.js';
import type { IsoDate } from './dates.js';
import type { AnyStream } from './stream.js';
import type { Happened, Reactions } from './view.js';

/** A command that becomes due on a day, or the word that it no longer is. `duty` tells duties of one workflow apart. */
export type Duty =
  | { readonly duty: string; readonly due: IsoDate; readonly command: CommandDeclaration; readonly input: object }
  | { readonly duty: string; readonly dropped: true };

export const due = <Input extends object>(duty: string, on: IsoDate, command: CommandDeclaration<Input>, input: Input): Duty => ({
  duty, due: on, command: command as unknown as CommandDeclaration, input,
});
export const dropped = (duty: string): Duty => ({ duty, dropped: true });

/** Events in, commands out. What must happen is derived from the log, so losing a queue loses no duty. */
export interface WorkflowDeclaration {
  readonly name: string;
  readonly version: number;
  readonly summary: string;
  readonly on: Readonly<Record<string, (event: Happened) => readonly Duty[]>>;
}

export function workflow<const S extends readonly AnyStream[]>(
  name: string,
  definition: { readonly version: number; readonly summary: string; readonly from: S; readonly on: Reactions<S, readonly Duty[], []> },
): WorkflowDeclaration {
  const { version, summary, on } = definition;
  return { name, version, summary, on: on as unknown as WorkflowDeclaration['on'] };
}
