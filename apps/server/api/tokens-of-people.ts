import { person, refOfPerson } from '#domain/people';
import type { Accounts } from '#platform/accounts';
import type { Engine } from '#platform/engine';
import type { BearerTokens } from './bearer.js';

/**
 * The accounts say whose the secret is; the record says in which role that token speaks, and whether it was revoked. Its
 * scope and its last day count for each command and question: the engine asks about them.
 */
export const tokensOfPeople = (accounts: Pick<Accounts, 'personOfToken'>, engine: Pick<Engine, 'stateOf'>): BearerTokens => ({
  async callerWith(secret) {
    const kept = await accounts.personOfToken(secret);
    if (!kept) return undefined;
    const state = await engine.stateOf(person, refOfPerson(kept.person));
    const token = state.stage === 'registered' ? state.tokens.find(({ number }) => number === kept.number) : undefined;
    return token && !token.revoked ? { actor: kept.person, role: token.role, token: token.number } : undefined;
  },
});
