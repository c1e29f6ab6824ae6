/** Why a file is not what it should be, by how it begins. */
export class NotThatKind extends Error {}

const enough = 2_048;

/** The same content, once its beginning was looked at. Throws NotThatKind with what `wrong` says, before anything else was read. */
export async function* lookedAt(content: AsyncIterable<Uint8Array>, wrong: (beginning: Uint8Array) => string | undefined): AsyncIterable<Uint8Array> {
  let first = Buffer.alloc(0);
  let isKnown = false;
  for await (const some of content) {
    if (isKnown) {
      yield some;
      continue;
    }
    first = Buffer.concat([first, some]);
    if (first.length < enough) continue;
    isKnown = true;
    yield passed(first, wrong);
  }
  if (!isKnown && first.length > 0) yield passed(first, wrong);
}

function passed(beginning: Buffer, wrong: (beginning: Uint8Array) => string | undefined): Buffer {
  const because = wrong(beginning);
  if (because !== undefined) throw new NotThatKind(because);
  return beginning;
}
