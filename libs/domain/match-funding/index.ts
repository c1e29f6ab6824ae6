import { evidenceMatch } from './commands/evidence-match.js';
import { pledgeMatch } from './commands/pledge-match.js';
import { releaseMatch } from './commands/release-match.js';
import { verifyMatch } from './commands/verify-match.js';
import { withdrawPledge } from './commands/withdraw-pledge.js';

export * as evidenceEvents from './evidence.events.js';
export { evidence, type EvidenceState } from './evidence.js';
export * as matchEvents from './match.events.js';
export { match, matchPosition, type MatchPosition, type MatchState } from './match.js';
/** For workflows, which turn events into commands. */
export { releaseMatch };
export const matchCommands = [pledgeMatch, withdrawPledge, evidenceMatch, verifyMatch, releaseMatch] as const;
