/** A file that is kept: known by what is in it, and by nothing else. Names are given to it where it answers something. */
export interface KeptFile {
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly digest: string;
  readonly bytes: number;
  /** ISO instant at which it was whole. */
  readonly keptAt: string;
}

export type Content = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Files as evidence: the same content is kept once, never changed, and for ever. Of most of them it is the only copy. */
export interface KeptFiles {
  /**
   * Keeps what comes, a piece at a time. Nothing counts until the last byte was there: whoever is cut off has sent nothing. Throws FileNotTaken
   * where it has no byte or more than `limit`, and StoreFault 'disk-full' where it would leave no room for the log.
   */
  put(content: Content, about: { readonly limit: number }): Promise<KeptFile>;
  /** Those of the digests that are kept, by digest. */
  find(digests: readonly string[]): Promise<ReadonlyMap<string, KeptFile>>;
  /** The first bytes of a file, by which its kind is told; undefined when it is not kept here. */
  beginning(digest: string): Promise<Buffer | undefined>;
  /** A file in pieces. Throws FileAltered instead of the last piece when a byte is not as it was sent, or it is not here. */
  read(digest: string): AsyncIterable<Buffer>;
  /** Whether every byte is as it was sent. */
  isIntact(digest: string): Promise<boolean>;
  /** All of them, by digest. */
  all(): AsyncIterable<KeptFile>;
  /** Takes away pieces that somebody left who was cut off a day ago. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** What was sent is no file that is taken. */
export class FileNotTaken extends Error {
  constructor(
    readonly because: 'empty' | 'too-large',
    limit: number,
  ) {
    super(
      because === 'empty'
        ? 'The file is empty. Send one that has something in it'
        : `The file has more than ${Math.floor(limit / 1024).toLocaleString('en-GB')} kilobytes. Send a smaller one`,
    );
  }
}

/** A file is not what its digest says, or parts of it are gone: it must not pass for what was sent. */
export class FileAltered extends Error {
  constructor(readonly digest: string) {
    super(`The file ${digest} is not as it was sent: bytes of it changed, or are gone. Bring it back from a backup with tally copy-files`);
  }
}
