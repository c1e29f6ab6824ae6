import { addDays, readInput, toDate, toPerson, toReference, type Acting, type CommandDeclaration } from '#kernel';
import { commands } from '#domain';
import { drawInput, type Drawing } from '../../contracts/domain/inputs.js';
import type { Office } from '../../contracts/domain/office.js';
import { knowledge } from './knowledge.js';
import { besides, onward, rarely } from './onward.js';
import type { Outcomes } from './outcomes.js';

const people = ['officer', 'clerk', 'treasurer', 'secretary', 'director'];
const named = new Map(commands.map((command) => [command.name, command]));
const turns = (name: string): number => (rarely.test(name) ? 1 : besides.test(name) ? 25 : 10);
const drawn = commands.flatMap((command) => Array.from({ length: turns(command.name) }, () => command));
const longest = 120;

/** One award in an office, from its nomination to its end and a little beyond, with the office going on around it. */
export class Life {
  readonly #from: number;
  readonly #drawing: Drawing;
  readonly #isCompetition: boolean;
  #step = 0;

  constructor(
    private readonly office: Office,
    private readonly outcomes: Outcomes,
    private readonly below: (bound: number) => number,
    /** How many days after the first the life begins. */
    private readonly day: number,
  ) {
    this.#from = office.issued.length;
    this.#isCompetition = below(4) === 0;
    const references = (prefix: string): readonly string[] => this.#references(prefix);
    this.#drawing = { below, references, likely: knowledge({ below, references, office, isCompetition: this.#isCompetition }) };
  }

  async live(): Promise<void> {
    const beginning = this.#isCompetition ? ['SetBudget', 'OpenRound', 'SetCriteria', 'Nominate', 'Nominate', 'Nominate', 'Nominate'] : this.below(3) === 0 ? ['SetBudget', 'OpenRound', 'Delegate'] : [];
    for (const name of beginning) await this.#attempt(named.get(name), 8);
    for (; this.#step < longest; this.#step += 1) {
      const stage = this.#stage();
      if (stage === 'ended' && this.below(10) === 0) return;
      const wanted = onward[stage] ?? [];
      if (this.below(6) > 0) await this.#attempt(named.get(wanted[this.below(wanted.length)] ?? ''), 5);
      else await this.#attempt(drawn[this.below(drawn.length)], 2);
    }
  }

  /** Where the latest award stands, or the applications that it could come from. */
  #stage(): string {
    const award = this.#own('AW').at(-1);
    if (award === undefined) return this.#own('AP').some((ref) => this.#stageOf(`application-${ref}`) === 'nominated') ? 'nominated' : 'wished';
    const stage = this.#stageOf(`award-${toReference('AW', award)}`);
    return onward[stage] ? stage : 'ended';
  }

  readonly #stageOf = (stream: string): string => (this.office.now(stream).state as { readonly stage: string }).stage;
  readonly #own = (prefix: string): readonly string[] => this.office.issued.slice(this.#from).filter((ref) => ref.startsWith(prefix));

  /** A life's own references mostly; sometimes somebody else's, and always those of organisations. */
  #references(prefix: string): readonly string[] {
    const own = prefix === 'OR' || this.below(12) === 0 ? [] : this.#own(prefix);
    return own.length > 0 ? own : this.office.issued.slice(-60).filter((ref) => ref.startsWith(prefix));
  }

  async #attempt(command: CommandDeclaration | undefined, tries: number): Promise<void> {
    if (!command) throw new Error('A life was to go on with a command that there is not');
    for (let left = tries; left > 0; left -= 1) {
      const reading = readInput(command.input, drawInput(command.input, this.#drawing));
      if (!reading.ok) throw new Error(`${command.name} was drawn wrongly: ${JSON.stringify(reading.problems)}`);
      const came = await this.office.run(command, reading.value, this.#acting());
      if (came.outcome === 'refused') this.outcomes.note('refused', `${command.name}: ${came.refusal.name}`);
      if (came.outcome === 'decided') return this.outcomes.note('done', command.name);
    }
  }

  /** Days follow one another; some things are recorded late, and some are left lying for weeks. */
  #acting(): Acting {
    const actor = toPerson(people[this.below(people.length)] ?? 'officer');
    const lain = this.below(10) === 0 ? -this.below(10) : this.below(25) === 0 ? this.below(120) : 0;
    const on = addDays(toDate('2012-05-02'), this.day + Math.floor(this.#step / 8) + lain);
    const [body] = this.#references('OR').slice(this.below(3));
    return { actor, role: 'anyone', on, ...(this.below(12) === 0 && body !== undefined ? { actsFor: toReference('OR', body) } : {}) };
  }
}
