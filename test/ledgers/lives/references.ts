import type { Office } from '../../contracts/domain/office.js';

interface Issued {
  readonly at: number;
  readonly ref: string;
}

/** What an office handed out, by kind and in order: a life asks for it at every step, so it is not looked for each time. */
export class References {
  readonly #byKind = new Map<string, Issued[]>();
  readonly #turns = new Map<string, number>();
  #read = 0;

  constructor(private readonly office: Office) {}

  /** All of a kind that were handed out from a place on, oldest first. */
  since(kind: string, from: number): readonly string[] {
    const all = this.#all(kind);
    let first = all.length;
    while (first > 0 && (all[first - 1]?.at ?? 0) >= from) first -= 1;
    return all.slice(first).map(({ ref }) => ref);
  }

  /** What comes in turn, so that each of many is met before any is met often. */
  inTurn(what: string, bound: number): number {
    const turn = this.#turns.get(what) ?? 0;
    this.#turns.set(what, turn + 1);
    return turn % bound;
  }

  /** The latest of a kind, oldest first. */
  latest(kind: string, number: number): readonly string[] {
    return this.#all(kind).slice(-number).map(({ ref }) => ref);
  }

  #all(kind: string): readonly Issued[] {
    const { issued } = this.office;
    for (; this.#read < issued.length; this.#read += 1) {
      const ref = issued[this.#read] ?? '';
      const same = this.#byKind.get(ref.slice(0, 2)) ?? [];
      same.push({ at: this.#read, ref });
      this.#byKind.set(ref.slice(0, 2), same);
    }
    return this.#byKind.get(kind) ?? [];
  }
}
