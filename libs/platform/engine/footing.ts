import { streamName, type Fold } from '#kernel';

/**
 * What a decision stands on: every stream that it met, at the version that it had. Streams are read at different moments, so
 * they may contradict one another while others write; what fails on such a footing says nothing.
 */
export class Footing {
  readonly #met = new Map<string, number>();

  get met(): ReadonlyMap<string, number> {
    return this.#met;
  }

  /** Folds as `fold` does, and remembers what was met. */
  over(fold: Fold): Fold {
    return async (of, ref) => {
      const folded = await fold(of, ref);
      this.#met.set(streamName(of, ref), folded.version);
      return folded;
    };
  }

  /** A stream that is written without having been read; undefined when nothing is known of it. */
  meet(stream: string, version: number | undefined): void {
    if (version !== undefined && !this.#met.has(stream)) this.#met.set(stream, version);
  }
}
