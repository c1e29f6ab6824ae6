import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { operations, type OperationsParts } from './operations.js';

export interface OperationsPort {
  readonly port: number;
  close(): Promise<void>;
}

/** Opens the port of operators, apart from the pages: what is not asked for there by a program is not there. Rejects when it is taken. */
export async function openOperationsPort(parts: OperationsParts, { host, port }: { readonly host: string; readonly port: number }): Promise<OperationsPort> {
  const answer = operations(parts, { showsMeasures: true });
  const server: Server = createServer((request, response) => {
    answer(request, response).then(
      (answered) => answered || response.writeHead(404).end(),
      (fault: unknown) => {
        parts.log.error({ err: fault }, 'what operators asked could not be answered');
        response.writeHead(500).end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
