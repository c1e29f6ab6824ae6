import { NotSignedIn } from '../../errors/troubles.js';
import type { Session } from '../../security/sessions.js';
import type { Visit } from '../../visits/visit.js';

/** The session of a visit to a page that takes one. Throws NotSignedIn. */
export function sessionOf({ session }: Visit): Session {
  if (!session) throw new NotSignedIn();
  return session;
}
