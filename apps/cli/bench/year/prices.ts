import type { YearOnStore } from './index.js';

/**
 * ASSUMED, in pounds, rounded from what large providers asked in 2026 without discounts: a pair of machines (8 cores, 32 GB)
 * for one store with its servers and workers, disks that keep up with them, and backups on slow storage.
 */
export const assumedPrices = { machineMonth: 220, machinesOfLargeStore: 6, machinesOfSmallStore: 0.2, diskGigabyteMonth: 0.11, backupGigabyteMonth: 0.02, copiesOnDisk: 2, backups: 8 } as const;

/** A store that holds as much as this wants machines of its own; smaller ones share. */
const largeFrom = 1e11;

/** Pounds for the first year of a store that fills up evenly: half of the year's bytes on average. */
export function costOf({ logBytes, viewBytes }: Pick<YearOnStore, 'logBytes' | 'viewBytes'>): number {
  const { machineMonth, machinesOfLargeStore, machinesOfSmallStore, diskGigabyteMonth, backupGigabyteMonth, copiesOnDisk, backups } = assumedPrices;
  const machines = logBytes + viewBytes > largeFrom ? machinesOfLargeStore : machinesOfSmallStore;
  const disk = ((logBytes + viewBytes) / 1e9) * diskGigabyteMonth * copiesOnDisk;
  const kept = (logBytes / 1e9) * backupGigabyteMonth * backups;
  return 12 * (machines * machineMonth + (disk + kept) / 2);
}
