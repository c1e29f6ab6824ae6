import { toPerson, type CommandDeclaration } from '#kernel';
import type { Engine } from '#platform/engine';
import { CannotSucceed, type Handle, type Job } from '#platform/jobs';
import { settleDutyKind } from '../jobs/kinds.js';
import type { Due } from './attended.js';

/** A duty as a job: what is needed to do it is in the job, and its key is the command's own. */
export const dutyAsJob = ({ command, input, key, causation }: Due): Job => ({
  kind: settleDutyKind.name, key, input: { command: command.name, input: JSON.stringify(input), causation },
});

const run = (engine: SettlingParts['engine'], command: CommandDeclaration, input: object, { key, causation }: Pick<Due, 'key' | 'causation'>) =>
  engine.run(command, input, { actor: toPerson('clockwork'), role: 'clockwork', key, causation });

/**
 * Whether the log, too, says that there is nothing left to do about a duty that a queue remembers as done: the queue may remember
 * what was lost when an older copy of the log was restored. Where it was lost, it is done here and now.
 */
export const isSettled = async ({ engine }: Pick<SettlingParts, 'engine'>, { command, input, ...due }: Due): Promise<boolean> => {
  const { outcome } = await run(engine, command, input, due);
  return outcome === 'done' || outcome === 'refused';
};

interface SettlingParts {
  readonly engine: Pick<Engine, 'run'>;
  readonly find: (command: string) => CommandDeclaration | undefined;
}

/**
 * Runs the command of a duty. Done twice it is stored once, by the command's key. A refusal settles a duty too: the rule, which
 * looks at the log and not at the queue, says that there is nothing to be done any more.
 */
export const settleDuty = ({ engine, find }: SettlingParts): Handle => async (given, { key }) => {
  const name = String(given['command']);
  const command = find(name);
  if (!command) throw new CannotSucceed(`There is no command ${name} in this version of Tallystick. Start the version that offered this duty, or dismiss it`);
  const outcome = await run(engine, command, JSON.parse(String(given['input'])) as object, { key, causation: String(given['causation']) });
  switch (outcome.outcome) {
    case 'done': return { said: `${name} of ${outcome.reference}${outcome.repeated ? ' had been done before' : ` is done, up to @${outcome.position}`}` };
    case 'refused': return { said: `${name} had nothing to do: ${outcome.sentence}` };
    case 'overtaken': throw new Error(`Others kept changing ${outcome.stream}`);
    case 'not-permitted': throw new CannotSucceed(`${outcome.because}. Give the role clockwork ${outcome.permission}, and replay this`);
    case 'invalid': throw new CannotSucceed(`Its input is not what ${name} takes: ${outcome.problems.map(({ message }) => message).join('. ')}`);
    case 'not-found': throw new CannotSucceed(`${outcome.what} is not there`);
    case 'key-reused': throw new CannotSucceed(`Its key was used for another command: ${outcome.differs} differs`);
  }
};
