import { tokensAndDisabling } from './access-by-account.js';
import { invitationsIn } from './invitations.js';
import { keptFormsIn } from './kept-forms.js';
import { namesIn } from './names.js';
import type { OpenOffice } from './open-office.js';
import { sessionsIn } from './sessions.js';
import { signingInTo } from './signing-in.js';
import { sweepingOf } from './sweeping.js';

export { sharedByServers } from './many-servers.js';
export { officesAt } from './open-office.js';

/** What accounts do, wherever they are kept. */
export function accountsIn(open: OpenOffice): void {
  for (const part of [invitationsIn, signingInTo, sessionsIn, tokensAndDisabling, namesIn, keptFormsIn, sweepingOf]) part(open);
}
