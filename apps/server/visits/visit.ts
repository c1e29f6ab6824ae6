import type { IncomingMessage } from 'node:http';
import type { AsOf, Permission } from '#kernel';
import type { SessionEnded } from '#platform/accounts';
import type { Session } from '../security/sessions.js';

/** The moment that is looked at when it is not now: everything up to a position of the log. */
export interface Past {
  readonly position: number;
  /** As people say it: "the end of 12 June 2012". */
  readonly words: string;
  /** As addresses write it: "2012-06-12". */
  readonly written: string;
}

/** The business date that is looked at, when only what took effect by it counts. Pages about money and status take it. */
export interface SoOn {
  readonly asOf: AsOf;
  /** As people say it: "13 July 2012". */
  readonly words: string;
  readonly written: string;
}

/** What is known about a request before any page is asked: who comes, where to, and at which moment they look. */
export interface Visit {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly session: Session | undefined;
  /** How the session ended that the browser still holds, and whose it was. */
  readonly ended?: SessionEnded;
  readonly past: Past | undefined;
  readonly soOn?: SoOn;
  /** What was just done, when a command led here: its path and the last position that it wrote. */
  readonly done?: { readonly command: string; readonly position: number };
  /** Why the moment that was asked for cannot be shown, and what was written. */
  readonly pastTrouble: { readonly message: string; readonly written: string } | undefined;
  /** The same for the day. */
  readonly soOnTrouble?: { readonly message: string; readonly written: string };
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

/** Whether the visitor may do this today, in the role that they act in. */
export const may = ({ session }: Pick<Visit, 'session'>, permission: Permission): boolean => session?.may.has(permission) ?? false;

/** What is said of a moment or a day that is over, and what of today. */
export const thenOrNow = ({ past, soOn }: Pick<Visit, 'past' | 'soOn'>, then: string, now: string): string => (past || soOn ? then : now);

/** What a file says of the moment and the day that it stands for. */
export const clocksOf = ({ past, soOn }: Pick<Visit, 'past' | 'soOn'>) => ({ knownAt: past?.words ?? 'now', asOf: soOn?.written ?? 'now' });

/** An address within the server, which stays at the moment and on the day that the visitor looks at. */
export function link({ past, soOn }: Pick<Visit, 'past' | 'soOn'>, address: string): string {
  const clocks = [...(past ? [`known-at=${encodeURIComponent(past.written).replaceAll('%3A', ':').replaceAll('%40', '@')}`] : []), ...(soOn ? [`as-of=${soOn.written}`] : [])];
  if (clocks.length === 0) return address;
  const [path = '', fragment] = address.split('#');
  return `${path}${path.includes('?') ? '&' : '?'}${clocks.join('&')}${fragment === undefined ? '' : `#${fragment}`}`;
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
