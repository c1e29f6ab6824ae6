import type { IncomingMessage } from 'node:http';
import { callersAddress } from './callers-address.js';

const from = (forwarded: string | undefined, proxies: number) =>
  callersAddress({ headers: { ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }) }, socket: { remoteAddress: '10.0.0.1' } } as Pick<IncomingMessage, 'headers' | 'socket'>, proxies);

describe('where a request came from', () => {
  it('is who connected, whatever a stranger writes, where no proxy stands before us', () => {
    expect(from('198.51.100.7', 0)).toBe('10.0.0.1');
  });

  it('is what the last proxy of ours saw, and nothing that was there before', () => {
    expect(from('203.0.113.66, 198.51.100.7', 1)).toBe('198.51.100.7');
    expect(from('203.0.113.66, 198.51.100.7, 10.0.0.9', 2)).toBe('198.51.100.7');
  });

  it('is who connected when a proxy added nothing', () => {
    expect(from(undefined, 1)).toBe('10.0.0.1');
    expect(from('198.51.100.7', 2)).toBe('10.0.0.1');
  });
});
