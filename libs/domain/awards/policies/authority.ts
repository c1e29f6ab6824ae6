import { present, type Code, type DecisionRef, type IsoDate, type ReadFact } from '#kernel';
import { body, decision, delegationOn, type DecisionState, type Delegation } from '#domain/decisions';
import { delegationLimit, limit, moneyLeft, type LimitFact } from '#domain/limits';
import type { AuthorityClaimed, AuthorityShown } from '../authority.js';

interface Delegated {
  readonly kind: 'delegated';
  readonly body: Code;
  readonly name: string;
  readonly minute: string;
  readonly delegation: Delegation;
  /** What is left of the total that was delegated. */
  readonly limit: LimitFact;
}
type Board = { readonly kind: 'board'; readonly ref: DecisionRef } & Extract<DecisionState, { readonly stage: 'recorded' }>;

/** By whose authority: what was claimed, with what the body's and the decision's own streams say about it. */
export type AuthorityRead = Delegated | Board | { readonly kind: 'not-in-force'; readonly name: string };

/** Reads the evidence, so that nobody can claim a delegation or a decision that no stream holds. */
export async function readAuthority(read: ReadFact, claimed: AuthorityClaimed, on: IsoDate): Promise<AuthorityRead> {
  if (claimed.kind === 'board') {
    const { state } = await read(decision, claimed.decision);
    return { kind: 'board', ref: claimed.decision, ...present(state) };
  }
  const { state } = await read(body, claimed.body);
  const { name } = present(state);
  const delegation = delegationOn(state, on);
  if (!delegation) return { kind: 'not-in-force', name };
  return { ...claimed, name, delegation, limit: await read(limit, delegationLimit(claimed.body, delegation.number)) };
}

/** Who decided, and the evidence for it, as events keep it. */
export function shown(authority: Delegated | Board): { readonly decidedBy: Code; readonly decidedByName: string; readonly authority: AuthorityShown } {
  if (authority.kind === 'board') {
    const { ref, decidedBy, decidedByName, meeting, item, minute } = authority;
    return { decidedBy, decidedByName, authority: { kind: 'board', decision: ref, body: decidedBy, meeting, item, minute } };
  }
  const { body: by, name, minute, delegation, limit: remaining } = authority;
  const { number, perAward } = delegation;
  const evidence = { body: by, minute, delegation: number, perAward, leftBefore: moneyLeft(remaining, 'left') };
  return { decidedBy: by, decidedByName: name, authority: { kind: 'delegated', ...evidence } };
}
