import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * What becomes of what travels: `pass` it on; `cut` every connection and take no new one; `hang`, with the lines open, so that
 * nobody is told anything; cut once the client has sent something, before it is passed on; cut once the server has answered,
 * before the client hears of it. The last two happen once, and then everything passes again.
 */
export type ProxyMode = 'pass' | 'cut' | 'hang' | 'cut-before-request' | 'cut-before-answer';

interface Line {
  readonly client: Socket;
  readonly server: Socket;
}

/** Stands between a client and a server on the loopback address, and fails as networks do. */
export class TcpProxy {
  /** How often a line was cut in the middle of something. */
  cuts = 0;
  #mode: ProxyMode = 'pass';
  readonly #server: Server;
  readonly #lines = new Set<Line>();

  private constructor(port: number) {
    this.#server = createServer((client) => this.#accept(client, port));
  }

  /** In front of a port of this machine. */
  static async before(port: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(port);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The same address, by way of the proxy. */
  address(original: string): string {
    const url = new URL(original);
    url.port = String(this.port);
    return url.href;
  }

  set mode(mode: ProxyMode) {
    this.#mode = mode;
    if (mode === 'cut') for (const line of this.#lines) this.#cut(line);
  }

  get mode(): ProxyMode {
    return this.#mode;
  }

  async stop(): Promise<void> {
    for (const line of this.#lines) this.#cut(line);
    this.#server.close();
    await once(this.#server, 'close');
  }

  #accept(client: Socket, port: number): void {
    const line = { client, server: connect(port, '127.0.0.1') };
    this.#lines.add(line);
    for (const socket of [line.client, line.server]) {
      socket.on('error', () => undefined); // 'close' follows
      socket.on('close', () => this.#cut(line));
    }
    if (this.#mode === 'cut') return this.#cut(line);
    client.on('data', (chunk) => this.#travel(line, chunk, line.server, 'cut-before-request'));
    line.server.on('data', (chunk) => this.#travel(line, chunk, line.client, 'cut-before-answer'));
  }

  #travel(line: Line, chunk: Buffer, to: Socket, deadly: ProxyMode): void {
    if (this.#mode === 'hang') return; // lost on the way
    if (this.#mode !== deadly) return void to.write(chunk);
    this.#mode = 'pass';
    this.cuts++;
    this.#cut(line);
  }

  #cut(line: Line): void {
    if (!this.#lines.delete(line)) return;
    line.client.destroy();
    line.server.destroy();
  }
}
