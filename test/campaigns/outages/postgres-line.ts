import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The line between our programs and PostgreSQL, which can be cut at the worst moments. Where TcpProxy cuts whatever comes next, this one knows an append from the rest. */
export interface PostgresLine {
  readonly port: number;
  /** Cuts the connection on which the next append travels: before the server has seen it, or when it is stored and its answer is under way. Resolves then. */
  cutNextAppend(moment: 'before' | 'after'): Promise<void>;
  /** Nothing gets through any more, and nobody is told. */
  silence(): void;
  /** Breaks off every connection; where the line was silent, it is there again. */
  restore(): void;
  close(): Promise<void>;
}

/** How the driver asks for the prepared statement that appends. It is also the end of a connection's name, but after a blank. */
const append = Buffer.from('\0append\0');
/** The server is done, and no transaction is open: what it was asked is committed. */
const ready = Buffer.from('Z\0\0\0\x05I');

interface Cut {
  readonly moment: 'before' | 'after';
  readonly done: () => void;
}

/** As a network does that is gone: the other end has no word of farewell. A socket that is closing already can not be reset: Node would keep it for ever. */
function breakOff(socket: Socket): void {
  if (socket.connecting || socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}

/** Listens on a free loopback port and passes everything on to another. */
export async function openPostgresLine(to: number): Promise<PostgresLine> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let awaited: Cut | undefined;
  let isSilent = false;

  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    for (const socket of pair) socket.setNoDelay(true).on('error', end).on('close', end);
    let cut: Cut | undefined;
    near.on('data', (chunk) => {
      if (isSilent) return;
      if (awaited && chunk.includes(append)) [cut, awaited] = [awaited, undefined];
      if (cut?.moment !== 'before') return void far.write(chunk);
      pair.forEach(breakOff);
      cut.done();
    });
    far.on('data', (chunk) => {
      if (isSilent) return;
      if (!cut) return void near.write(chunk);
      if (!chunk.subarray(-ready.length).equals(ready)) return; // a part of the answer, which nobody shall see
      pair.forEach(breakOff);
      cut.done();
    });
  });
  const drop = (): void => {
    for (const pair of pairs) pair.forEach(breakOff);
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cutNextAppend: (moment) => new Promise((resolve) => (awaited = { moment, done: resolve })),
    silence: () => (isSilent = true),
    restore: () => {
      drop();
      isSilent = false;
    },
    close: async () => {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
}
