import { addDays, fieldsOf, toDate, toPerson, toReference, type Acting, type CommandDeclaration } from '#kernel';
import { drawInput, type Drawing } from '../../contracts/domain/inputs.js';
import type { Office } from '../../contracts/domain/office.js';
import type { Case, Knowledge } from './case.js';
import { knowledge, likely } from './knowledge.js';
import type { References } from './references.js';
import type { Way } from './ways/way.js';

const people = ['officer', 'clerk', 'treasurer', 'secretary', 'director'];
/** What would end a programme that others live under, or change its terms: a life does it to its own. */
const always = new Set(['CloseProgramme', 'DesignScheme']);

/** Whoever works on a case: draws who does something, on which day and in what words. */
export class Clerk implements Case {
  readonly programme: string;
  readonly panel: string;
  actor = toPerson('officer');
  on = toDate('2012-05-02');
  readonly #from: number;
  readonly #drawing: Drawing;
  readonly #knowledge: Knowledge;

  constructor(
    readonly office: Office,
    private readonly references: References,
    readonly below: (bound: number) => number,
    /** How many lives there were before it in the office. */
    private readonly number: number,
    readonly way: Way,
  ) {
    this.#from = office.issued.length;
    this.programme = `LIFE-${number}`;
    this.panel = `PANEL-${number}`;
    this.#drawing = { below, references: this.refs, likely: likely(this) };
    this.#knowledge = knowledge(this);
  }

  readonly pick = <Value>(from: readonly [Value, ...(readonly Value[])]): Value => from[this.below(from.length)] as Value;
  readonly inTurn = <Value>(what: string, from: readonly Value[]): Value => from[this.references.inTurn(what, from.length)] as Value;
  readonly own = (kind: string): readonly string[] => this.references.since(kind, this.#from);

  /** A life's own references mostly; sometimes somebody else's, and always those of organisations. */
  readonly refs = (kind: string): readonly string[] => {
    if (kind === 'OR') return this.references.latest(kind, 12);
    const own = this.below(12) === 0 ? [] : this.own(kind);
    return own.length > 0 ? own : this.references.latest(kind, 6);
  };

  readonly one = (kind: string): string | undefined => {
    const all = this.refs(kind);
    return kind === 'OR' ? all[this.below(Math.max(1, all.length))] : all.at(-1 - (this.below(3) === 0 ? this.below(3) : 0));
  };

  /** What an input says: mostly what somebody who knows the case would write, and anything else as it comes. */
  writes(command: CommandDeclaration): object {
    const input = drawInput(command.input, this.#drawing);
    const known = this.below(8) === 0 && !always.has(command.name) ? {} : (this.#knowledge[command.name]?.() ?? {});
    const fields = fieldsOf(command.input);
    const left = Object.entries(known).filter(([key, value]) => value !== undefined || fields.get(key)?.required === false);
    return Object.fromEntries(Object.entries({ ...input, ...Object.fromEntries(left) }).filter(([, value]) => value !== undefined));
  }

  /** Days follow one another; some things are recorded late, and some are left lying for weeks. */
  acts(step: number): Acting {
    const lain = this.below(10) === 0 ? -this.below(10) : this.below(25) === 0 ? this.below(120) : 0;
    this.actor = toPerson(people[this.below(people.length)] ?? 'officer');
    this.on = addDays(toDate('2012-05-02'), Math.floor(this.number * 0.6) + Math.floor(step / 8) + lain);
    const body = this.below(12) === 0 ? this.one('OR') : undefined;
    return { actor: this.actor, role: 'anyone', on: this.on, ...(body === undefined ? {} : { actsFor: toReference('OR', body) }) };
  }
}
