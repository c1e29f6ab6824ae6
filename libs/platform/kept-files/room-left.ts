import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileOf, isPostgres } from '#platform/databases';
import { StoreFault } from '#platform/event-store';

/**
 * Throws StoreFault 'disk-full' where so many bytes would leave less than the reserve on the disk of the files: the log lies on the same one, and a
 * decision that cannot be stored is worse than a file that must be sent again. A server that keeps files elsewhere says itself when it is full.
 */
export async function mustHaveRoomFor(bytes: number, address: string, reserve: number): Promise<void> {
  const file = fileOf(address);
  if (isPostgres(address) || file === ':memory:') return;
  const { bavail, bsize } = await statfs(dirname(file));
  if (bavail * bsize - bytes < reserve)
    throw new StoreFault(
      'disk-full',
      `${dirname(file)}: there is no room for another file, and what is left is kept for the log. Free some space and try again`,
    );
}
