import type { Decided, EventData } from '#kernel';

/** One event after another; what it says is wrong with the history up to there, in words, or nothing. */
export type Watch = (event: Told) => string | undefined;

/** An event as it was filed, asked for by what it may be. None of this shares code with the rules whose work it checks. */
export class Told {
  readonly ref: string;

  constructor(private readonly event: Decided) {
    this.ref = event.stream.slice(event.stream.indexOf('-') + 1);
  }

  readonly is = <E>(declared: { readonly type: string } & E): EventData<E> | undefined =>
    (declared.type === this.event.type ? (this.event.data as EventData<E>) : undefined);
}

/** Adds to what stands under a key, and says what it comes to. */
export function add(sums: Map<string, number>, key: string, amount: number): number {
  const sum = (sums.get(key) ?? 0) + amount;
  sums.set(key, sum);
  return sum;
}
