import type { ServerResponse } from 'node:http';
import type { EventStore } from '#platform/event-store';
import { readKnownAt } from '#platform/view-store';
import type { SessionCookie } from '../security/session-cookie.js';
import type { Sessions } from '../security/sessions.js';
import { dateTyped } from './date-typed.js';
import { receive, samePage, type Visit, type VisitedRequest } from './visit.js';

export interface ReceptionParts {
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
  readonly store: Pick<EventStore, 'head' | 'positionKnownAt'>;
}

/** Words of a query, each once: the first of a name that is written twice. */
function wordsOf(search: string): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(search)) if (!Object.hasOwn(words, name) && name !== '__proto__') words[name] = value;
  return words;
}

/** A command leads to the page of its thing with these two words: they belong to no link and to no later address. */
function doneIn({ done: command, after }: Readonly<Record<string, string>>): Visit['done'] {
  return command !== undefined && /^[1-9]\d{0,14}$/.test(after ?? '') ? { command, position: Number(after) } : undefined;
}

/** Receives every request: finds the session and the moment. A date typed into the control goes to the address that bears it. */
export function reception({ sessions, cookie, store }: ReceptionParts) {
  const look = async (request: VisitedRequest, response: ServerResponse): Promise<boolean> => {
    const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
    const query = wordsOf(search);
    const id = cookie.read(request.headers.cookie);
    const session = id === undefined ? undefined : sessions.find(id);
    const typed = dateTyped(query, 'known-at');
    const rest = Object.fromEntries(Object.entries(query).filter(([name]) => !/^known-at-(day|month|year)$|^done$|^after$/.test(name)));
    const done = doneIn(query);
    const visit: Visit = { path, query: rest, session, past: undefined, pastTrouble: undefined, ...(done ? { done } : {}) };
    if (typed?.ok && request.method === 'GET') {
      response.writeHead(303, { location: samePage(visit, { 'known-at': typed.date, page: undefined }) }).end();
      return false;
    }
    const written = typed ? typed.written : query['known-at'];
    if (!session || written === undefined) receive(request, visit);
    else {
      const read = typed ? typed : await readKnownAt(written, store);
      receive(
        request,
        'position' in read
          ? { ...visit, past: { position: read.position, words: read.words, written } }
          : { ...visit, pastTrouble: { message: 'message' in read ? read.message : '', written } },
      );
    }
    return true;
  };
  return (request: VisitedRequest, response: ServerResponse, next: (problem?: unknown) => void): void => {
    look(request, response).then((goOn) => (goOn ? next() : undefined), next);
  };
}
