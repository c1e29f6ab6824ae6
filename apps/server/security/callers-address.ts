import type { IncomingMessage } from 'node:http';

/**
 * The address that a request came from. Each proxy of ours adds the address that it saw to the end of X-Forwarded-For, so as many
 * are counted from the end as there are proxies; whatever stands before them was written by a stranger. Without proxies nothing is believed.
 */
export function callersAddress({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: number): string {
  const direct = socket.remoteAddress ?? 'nowhere';
  if (proxies === 0) return direct;
  const passed = [headers['x-forwarded-for'] ?? []].flat().flatMap((line) => line.split(',')).map((address) => address.trim()).filter(Boolean);
  return passed.at(-proxies) ?? direct;
}
