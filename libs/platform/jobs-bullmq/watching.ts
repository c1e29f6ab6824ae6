import { QueueEvents } from 'bullmq';
import type { JobStanding } from '#platform/jobs';
import { forWaiting } from './connection.js';
import { ended } from './is-over.js';
import type { Reach } from './reach.js';

interface WatchingParts {
  readonly address: string;
  readonly prefix: string;
  readonly lanes: readonly string[];
  readonly find: (id: string) => Promise<JobStanding | undefined>;
  readonly reach: Reach;
}

const told = ['waiting', 'delayed', 'active', 'progress', 'completed', 'failed'] as const;

/** What happens to jobs, whichever process does it. A connection is held only while somebody watches. */
export class Watching {
  readonly #listeners = new Set<(standing: JobStanding) => void>();
  readonly #parts: WatchingParts;
  #events: readonly QueueEvents[] = [];

  constructor(parts: WatchingParts) {
    this.#parts = parts;
  }

  add(listener: (standing: JobStanding) => void): () => void {
    this.#listeners.add(listener);
    if (this.#events.length === 0) this.#begin();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) void this.close();
    };
  }

  async close(): Promise<void> {
    const events = this.#events;
    this.#events = [];
    await Promise.all(events.map(ended));
  }

  #begin(): void {
    const { address, prefix, lanes, reach } = this.#parts;
    this.#events = lanes.map((lane) => {
      const events = new QueueEvents(lane, { connection: forWaiting(address), prefix });
      events.on('error', (fault) => reach.lost(fault));
      for (const name of told) events.on(name, ({ jobId }: { readonly jobId: string }) => void this.#tell(jobId));
      return events;
    });
  }

  async #tell(id: string): Promise<void> {
    try {
      const standing = await this.#parts.find(id);
      if (standing) for (const listener of this.#listeners) listener(standing);
    } catch (fault) {
      this.#parts.reach.lost(fault);
    }
  }
}
