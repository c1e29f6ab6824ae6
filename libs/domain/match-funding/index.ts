import { evidenceMatch } from './commands/evidence-match.js';
import { pledgeMatch } from './commands/pledge-match.js';
import { releaseMatch } from './commands/release-match.js';
import { revokeVerification } from './commands/revoke-verification.js';
import { splitMatch } from './commands/split-match.js';
import { verifyMatch } from './commands/verify-match.js';
import { withdrawPledge } from './commands/withdraw-pledge.js';

export * as evidenceEvents from './evidence.events.js';
export { evidence, type EvidenceState } from './evidence.js';
export * as matchEvents from './match.events.js';
export { match, matchPosition, positionsBySource, type MatchPosition, type MatchState, type SourcePosition } from './match.js';
export { payableBeforeMatch } from './policies/payable-before-match.js';
/** For workflows, which turn events into commands. */
export { releaseMatch };
export const matchCommands = [splitMatch, pledgeMatch, withdrawPledge, evidenceMatch, verifyMatch, revokeVerification, releaseMatch] as const;
