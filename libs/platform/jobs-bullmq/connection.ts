import type { RedisOptions } from 'bullmq';

/** Milliseconds between two tries to connect: soon at first, then every two seconds. */
const retryStrategy = (times: number): number => Math.min(times * 100, 2_000);

/** For questions: what cannot be asked now is refused at once, and not kept until some day. */
export const forAsking = (address: string): RedisOptions => ({ url: address, retryStrategy, enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 3_000, connectionName: 'tallystick' });
/** For whoever waits for jobs, which may take as long as it likes. */
export const forWaiting = (address: string): RedisOptions => ({ url: address, retryStrategy, maxRetriesPerRequest: null, connectTimeout: 3_000, connectionName: 'tallystick-worker' });
