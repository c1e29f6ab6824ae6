import type { Content } from './port.js';

/** Bytes of a piece: few enough to be one row, many enough that a large file is some hundred of them. */
export const pieceLength = 256 * 1024;

/** Bytes as they come, in pieces of one length; the last is what is left. */
export async function* inPieces(content: Content): AsyncIterable<Buffer> {
  let gathered: Uint8Array[] = [];
  let length = 0;
  for await (const some of content) {
    gathered.push(some);
    length += some.length;
    if (length < pieceLength) continue;
    const whole = Buffer.concat(gathered);
    const cut = whole.length - (whole.length % pieceLength);
    for (let from = 0; from < cut; from += pieceLength) yield whole.subarray(from, from + pieceLength);
    gathered = cut < whole.length ? [whole.subarray(cut)] : [];
    length = whole.length - cut;
  }
  if (length > 0) yield Buffer.concat(gathered);
}
