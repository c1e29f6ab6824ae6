import { fits, type AccessEntry } from './access-entry.js';
import type { AccessLog } from './access-log.js';

/** Keeps nothing: for what is measured or tested, and for a store in memory. */
export function memoryAccessLog(): AccessLog & { readonly entries: readonly AccessEntry[] } {
  const entries: AccessEntry[] = [];
  return {
    entries,
    note: async (entry) => void entries.push(entry),
    read: async ({ before = entries.length, size, reach: _, ...filter }) => {
      const found = entries.slice(0, before).map((entry, at) => ({ entry, at })).filter(({ entry }) => fits(entry, filter)).reverse().slice(0, size);
      const last = found.at(-1)?.at ?? 0;
      return { entries: found.map(({ entry }) => entry), ...(found.length === size && last > 0 ? { before: last } : {}) };
    },
    close: () => Promise.resolve(),
  };
}
