import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports from which systems lend to whoever connects: a server that is killed and started again finds its own still free. */
const [lowest, highest] = [15_000, 32_000];

/** A port on the loopback address that nobody listened on a moment ago. Somebody else may be quicker: try another then. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (fault: NodeJS.ErrnoException) => (fault.code === 'EADDRINUSE' ? resolve(false) : reject(fault)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
