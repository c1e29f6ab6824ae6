import { FileAltered, type KeptFiles } from './port.js';

/** What backups that are made by themselves call their files, in the folder of the backups. */
export const filesBackup = 'tallystick-files.db';

export interface FilesCopy {
  readonly copied: number;
  /** Were there before, every byte. */
  readonly there: number;
  readonly bytes: number;
  /** Digests of files that could not be copied, because they are not what they were. */
  readonly altered: readonly string[];
}

/**
 * Takes to another place whatever is not there, and what is there and was altered. Every byte is read on both sides, so that what
 * this counts as there may be relied on. Nothing is ever taken away.
 */
export async function copyFiles(from: KeptFiles, to: KeptFiles, onFile: (files: number) => void = () => undefined): Promise<FilesCopy> {
  let [copied, there, bytes] = [0, 0, 0];
  const altered: string[] = [];
  for await (const file of from.all()) {
    onFile(copied + there + 1);
    if (await to.isIntact(file.digest)) {
      [there, bytes] = [there + 1, bytes + file.bytes];
      continue;
    }
    try {
      await to.put(from.read(file.digest), { limit: file.bytes });
      [copied, bytes] = [copied + 1, bytes + file.bytes];
    } catch (fault) {
      if (!(fault instanceof FileAltered)) throw fault;
      altered.push(file.digest); // told by whoever asked for the copy: the others are copied all the same
    }
  }
  return { copied, there, bytes, altered };
}
