import type { Download } from '../layout/reply.js';

/** An answer in JSON. `position` is the place in the log that it stands for. */
export const inJson = (body: object, { position, headers }: { readonly position?: number; readonly headers?: Readonly<Record<string, string>> } = {}): Download => ({
  kind: 'download',
  type: 'application/json',
  body: `${JSON.stringify(body)}\n`,
  headers: { ...(position === undefined ? {} : { 'tallystick-position': String(position) }), ...headers },
});
