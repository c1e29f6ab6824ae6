import { AppendQueue } from './append-queue.js';
import { type Arrival } from './arrival.js';
import { type LogWriter } from './log-parts.js';
import { type AppendResult } from './port.js';
import { type PreparedAppend } from './prepare.js';

/** Stores several appends at once, and answers in order. When it rejects, the whole group was refused. */
export interface GroupWriter {
  write(requests: readonly PreparedAppend[]): Promise<readonly AppendResult[]>;
  receive(arrival: Arrival): Promise<void>;
}

/** Group commit before a writer: whoever comes while it writes goes together with the next. `onGroup` hears how many do. */
export function inGroups(writer: GroupWriter, onGroup?: (appends: number) => void): LogWriter {
  const queue = new AppendQueue((requests) => writer.write(requests), onGroup);
  return {
    append: (request) => queue.append(request),
    receive: (arrival) => writer.receive(arrival),
    close: () => queue.close(),
  };
}
