import { readInput, type CommandDeclaration } from '#kernel';
import { commands } from '#domain';
import type { Clerk } from './clerk.js';
import { besides, onward, rarely } from './onward.js';
import type { Outcomes } from './outcomes.js';

const named = new Map(commands.map((command) => [command.name, command]));
const turns = (name: string): number => (rarely.test(name) ? 1 : besides.test(name) ? 25 : 10);
const drawn = commands.flatMap((command) => Array.from({ length: turns(command.name) }, () => command));
const [longest, longestInARoom] = [120, 40];

/** One award in an office, from its nomination to its end and a little beyond, or a while in one of its rooms, with the office going on around it. */
export class Life {
  #step = 0;

  constructor(
    private readonly clerk: Clerk,
    private readonly outcomes: Outcomes,
  ) {}

  async live(): Promise<void> {
    const { way, below } = this.clerk;
    for (const name of way.beginning) await this.#attempt(named.get(name), 8);
    for (; this.#step < (way.room ? longestInARoom : longest); this.#step += 1) {
      const stage = this.#stage();
      if (stage === 'ended' && below(10) === 0) return;
      const wanted = way.room ?? [...(onward[stage] ?? []), ...(way.besides?.[stage] ?? [])];
      if (below(6) > 0) await this.#attempt(named.get(wanted[below(wanted.length)] ?? ''), 5);
      else await this.#attempt(drawn[below(drawn.length)], 2);
    }
  }

  /** Where the latest award stands, or the applications that it could come from. */
  #stage(): string {
    const award = this.clerk.own('AW').at(-1);
    if (award === undefined) return this.clerk.own('AP').some((ref) => this.#stageOf(`application-${ref}`) === 'nominated') ? 'nominated' : 'wished';
    const stage = this.#stageOf(`award-${award}`);
    return onward[stage] ? stage : 'ended';
  }

  readonly #stageOf = (stream: string): string => (this.clerk.office.now(stream).state as { readonly stage: string }).stage;

  async #attempt(command: CommandDeclaration | undefined, tries: number): Promise<void> {
    if (!command) throw new Error('A life was to go on with a command that there is not');
    const { office } = this.clerk;
    for (let left = tries; left > 0; left -= 1) {
      const acting = this.clerk.acts(this.#step);
      const reading = readInput(command.input, this.clerk.writes(command));
      if (!reading.ok) throw new Error(`${command.name} was drawn wrongly: ${JSON.stringify(reading.problems)}`);
      const [{ length }, issued] = [office.log, office.issued.length];
      const came = await office.run(command, reading.value, acting);
      if (came.outcome === 'decided') return this.outcomes.note('done', command.name);
      if (office.log.length > length || office.issued.length > issued) throw new Error(`${command.name} was refused and left something behind`);
      if (came.outcome === 'refused') this.outcomes.note('refused', `${command.name}: ${came.refusal.name}`);
    }
  }
}
