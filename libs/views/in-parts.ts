/** Things that are looked up by name at a time: SQLite takes so many values in one statement. */
const atOnce = 500;

/** The same things, a part of them at a time. */
export function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += atOnce) yield all.slice(from, from + atOnce);
}
