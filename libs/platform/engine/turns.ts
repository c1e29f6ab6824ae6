/** Lets one at a time go about something, in the order in which they came. */
export class Turns {
  #before: Promise<unknown> = Promise.resolve();

  /** Starts `work` once everybody who came earlier is done with theirs. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#before.then(work);
    this.#before = Promise.allSettled([mine]); // whoever took the turn is told how it ended; the next one need not know
    return mine;
  }
}
