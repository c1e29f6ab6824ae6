import type { ServerResponse } from 'node:http';
import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt } from '#platform/view-store';
import type { Names } from '../layout/names.js';
import type { SessionCookie } from '../security/session-cookie.js';
import type { Sessions } from '../security/sessions.js';
import { dateTyped, type DateTyped } from './date-typed.js';
import { receive, samePage, type Visit, type VisitedRequest } from './visit.js';

export interface ReceptionParts {
  readonly sessions: Sessions;
  readonly names: Pick<Names, 'refresh'>;
  readonly cookie: SessionCookie;
  readonly store: Pick<EventStore, 'head' | 'positionKnownAt'>;
}

/** Words of a query, each once: the first of a name that is written twice. */
function wordsOf(search: string): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(search)) if (!Object.hasOwn(words, name) && name !== '__proto__') words[name] = value;
  return words;
}

/** The path within this server, however the address is written: what begins with two slashes is another site to a browser. */
const ownPath = (path: string): string => `/${path.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?]*/i, '').replace(/^[/\\]+/, '')}`;

/** A command leads to the page of its thing with these two words: they belong to no link and to no later address. */
function doneIn({ done: command, after }: Readonly<Record<string, string>>): Visit['done'] {
  return command !== undefined && /^[1-9]\d{0,14}$/.test(after ?? '') ? { command, position: Number(after) } : undefined;
}

const boxes = /^(known-at|as-of)-(day|month|year)$|^done$|^after$/;

/** Files that are the same for everybody; programs sign in by tokens, never by a cookie. */
const isFile = /^\/(assets|api)\//;

/** Receives every request: finds the session, the moment and the day. A date typed into a control goes to the address that bears it. */
export function reception({ sessions, names, cookie, store }: ReceptionParts) {
  /** Which moment and which day a signed-in visitor looks at, or why they cannot. */
  async function clocksOf(query: Readonly<Record<string, string>>, [known, day]: readonly [DateTyped, DateTyped]): Promise<Partial<Visit>> {
    const written = { known: known ? known.written : query['known-at'], day: day ? day.written : query['as-of'] };
    const [past, soOn] = await Promise.all([
      written.known === undefined ? undefined : known ?? readKnownAt(written.known, store),
      written.day === undefined ? undefined : day ?? readAsOf(written.day, store),
    ]);
    return {
      ...(past && 'position' in past ? { past: { position: past.position, words: past.words, written: written.known ?? '' } } : {}),
      ...(past && 'message' in past ? { pastTrouble: { message: past.message, written: written.known ?? '' } } : {}),
      ...(soOn && 'asOf' in soOn ? { soOn: { asOf: soOn.asOf, words: soOn.words, written: soOn.asOf.on } } : {}),
      ...(soOn && 'message' in soOn ? { soOnTrouble: { message: soOn.message, written: written.day ?? '' } } : {}),
    };
  }

  const look = async (request: VisitedRequest, response: ServerResponse): Promise<boolean> => {
    const [address = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
    const path = ownPath(address);
    const query = wordsOf(search);
    const id = cookie.read(request.headers.cookie);
    const [found] = isFile.test(path) ? [] : await Promise.all([id === undefined ? undefined : sessions.find(id), names.refresh()]);
    const session = found && 'actor' in found ? found : undefined;
    const ended = found && 'ended' in found ? found : undefined;
    const typed = [dateTyped(query, 'known-at'), dateTyped(query, 'as-of')] as const;
    const [known, day] = typed;
    const rest = Object.fromEntries(Object.entries(query).filter(([name]) => !boxes.test(name)));
    const done = doneIn(query);
    const visit: Visit = { path, query: rest, session, past: undefined, pastTrouble: undefined, ...(done ? { done } : {}), ...(ended ? { ended } : {}) };
    if (request.method === 'GET' && (known?.ok || day?.ok) && known?.ok !== false && day?.ok !== false) {
      const dates = { ...(known ? { 'known-at': known.date } : {}), ...(day ? { 'as-of': day.date } : {}) };
      response.writeHead(303, { location: samePage(visit, { ...dates, page: undefined }) }).end();
      return false;
    }
    receive(request, session ? { ...visit, ...(await clocksOf(query, typed)) } : visit);
    return true;
  };
  return (request: VisitedRequest, response: ServerResponse, next: (problem?: unknown) => void): void => {
    look(request, response).then((goOn) => (goOn ? next() : undefined), next);
  };
}
