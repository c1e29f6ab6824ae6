import { createHash } from 'node:crypto';
import type { Visit } from '../visits/visit.js';
import type { Rendering } from './rendering.js';
import type { Reply } from './reply.js';

/** An answer as HTTP sends it. */
export interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | AsyncIterable<string | Buffer>;
}

/** Pages of the present are not kept by browsers: after signing out, going back shows nothing. */
const notKept = 'no-store';
/** A page that names its position never changes; who may see it depends on the visitor. */
const keptForEver = 'private, max-age=31536000, immutable';

export function sent(reply: Reply, visit: Visit, rendering: Rendering): Sent {
  switch (reply.kind) {
    case 'see-other':
      return { status: 303, headers: { location: reply.location, 'cache-control': notKept, ...(reply.cookie === undefined ? {} : { 'set-cookie': reply.cookie }) }, body: '' };
    case 'download':
      return { status: reply.status ?? 200, headers: { 'content-type': reply.type, 'cache-control': notKept, ...reply.headers }, body: reply.body };
    case 'page': {
      const isMisread = (visit.pastTrouble ?? visit.soOnTrouble) !== undefined;
      const body = rendering.draw(reply, visit);
      const permanent = reply.permanent && !isMisread;
      const keeping: Record<string, string> = permanent
        ? { 'cache-control': keptForEver, vary: 'Cookie', etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` }
        : { 'cache-control': notKept };
      return { status: reply.status ?? (isMisread ? 400 : 200), headers: { 'content-type': 'text/html; charset=utf-8', ...keeping, ...reply.headers }, body };
    }
  }
}
