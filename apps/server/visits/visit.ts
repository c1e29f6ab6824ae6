import type { IncomingMessage } from 'node:http';
import type { Role } from '#platform/access';
import type { Session } from '../security/sessions.js';

/** The moment that is looked at when it is not now: everything up to a position of the log. */
export interface Past {
  readonly position: number;
  /** As people say it: "the end of 12 June 2012". */
  readonly words: string;
  /** As addresses write it: "2012-06-12". */
  readonly written: string;
}

/** What is known about a request before any page is asked: who comes, where to, and at which moment they look. */
export interface Visit {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly session: Session | undefined;
  readonly past: Past | undefined;
  /** What was just done, when a command led here: its path and the last position that it wrote. */
  readonly done?: { readonly command: string; readonly position: number };
  /** Why the moment that was asked for cannot be shown, and what was written. */
  readonly pastTrouble: { readonly message: string; readonly written: string } | undefined;
}

const key = Symbol('visit');
export interface VisitedRequest extends IncomingMessage {
  [key]?: Visit;
}

/** The visit of a request. Throws when the request never came past the reception. */
export function visitOf(request: VisitedRequest): Visit {
  const visit = request[key];
  if (!visit) throw new Error('A request came in without being received');
  return visit;
}

export const visitIfAny = (request: VisitedRequest): Visit | undefined => request[key];

export function receive(request: VisitedRequest, visit: Visit): void {
  request[key] = visit;
}

export const roleOf = ({ session }: Visit): Role | undefined => session?.role;

/** An address within the server, which stays in the past while the visitor looks at the past. */
export function link({ past }: Pick<Visit, 'past'>, address: string): string {
  if (!past) return address;
  const [path = '', fragment] = address.split('#');
  return `${path}${path.includes('?') ? '&' : '?'}known-at=${encodeURIComponent(past.written).replaceAll('%3A', ':').replaceAll('%40', '@')}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** The same page with other words in its query; undefined takes one out. */
export function samePage({ path, query }: Pick<Visit, 'path' | 'query'>, changes: Readonly<Record<string, string | undefined>>): string {
  const words = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) words.delete(name);
    else words.set(name, value);
  }
  const written = words.toString().replaceAll('%3A', ':').replaceAll('%40', '@');
  return written ? `${path}?${written}` : path;
}
