import { fileOf, isPostgres, schemeOf, shown } from '#platform/databases';
import { StoreFault } from '#platform/event-store';
import type { AccessLog } from './access-log.js';
import { fileAccessLog } from './file-access-log.js';
import { memoryAccessLog } from './memory-access-log.js';

/** Opens the access log at `file:<path>`, `memory:` or `postgres://…`. Throws StoreFault. */
export async function openAccessLog(address: string): Promise<AccessLog> {
  if (isPostgres(address)) return (await import('./postgres-access-log.js')).postgresAccessLog(address);
  if (schemeOf(address) === 'memory') return memoryAccessLog();
  if (schemeOf(address) === 'file') return fileAccessLog(fileOf(address));
  throw new StoreFault('invalid', `Nothing keeps an access log at "${shown(address)}". Write file:<path> or postgres://…`);
}
