import { decide, exceeds, lesser, minus, plus, present, reference, refuse, showMoney, text, type EvidenceRef } from '#kernel';
import { award, drawnOf, readMoneyOf } from '#domain/awards';
import { EvidenceReopened } from '../evidence.events.js';
import { evidence } from '../evidence.js';
import { VerificationRevoked } from '../match.events.js';
import { match, matchPosition, sourceOf } from '../match.js';
import { payableBeforeMatch } from '../policies/payable-before-match.js';

export class RevokeVerification {
  @reference('EV', 'Evidence') evidence!: EvidenceRef;
  @text('Reason') reason!: string;
}

/** Row 34 of the ledger: what counts is worked out from all that stays verified, so another source's surplus may stand in. */
export const revokeVerification = decide(evidence, RevokeVerification, {
  summary: 'Revoke a verification of match that should not have been; its evidence can be assessed again.',
  permission: 'match:revoke',
  ref: ({ evidence: ref }) => ref,
  facts: async (read, _, state) => {
    const { award: of } = present(state);
    const found = await read(award, of);
    return { award: found, match: await read(match, of), lines: await readMoneyOf(read, of, found.state) };
  },
  refusals: {
    'evidence-is-not-assessed': 'This evidence has not been assessed, so there is nothing to revoke',
    'award-has-ended': 'This award is {stage}, so what was verified for it stands',
    'pledge-has-no-room':
      '{source} pledged {pledged} and {evidenced} of it is shown, so the {rejected} that was not accepted cannot be shown again. Record a further pledge first',
    'payment-rests-on-it': '{committed} is paid or authorised, and without this match only {payable} may be. Cancel or recover payments first',
  },
  rule(state, { evidence: corrects, reason }, { actor, facts }) {
    const shown = present(state);
    if (shown.stage !== 'assessed') return refuse('evidence-is-not-assessed');
    const { award: of, source, sourceName, accepted, rejected } = shown;
    const terms = present(facts.award.state);
    if (terms.stage !== 'agreed') return refuse('award-has-ended', { stage: terms.stage });
    const { pledged, evidenced } = sourceOf(facts.match.state, source);
    if (exceeds(plus(evidenced, rejected), pledged)) {
      return refuse('pledge-has-no-room', { source: sourceName, pledged: showMoney(pledged), evidenced: showMoney(evidenced), rejected: showMoney(rejected) });
    }
    const { agreement, matchCondition } = terms;
    const { met, gap, verified } = matchPosition(facts.match.state, agreement.matchRequired);
    const unmet = minus(met, lesser(minus(verified, accepted), met));
    const gapAfterwards = plus(gap, unmet);
    const payable = payableBeforeMatch(agreement, matchCondition, gapAfterwards);
    const committed = drawnOf(facts.lines);
    if (payable && exceeds(committed, payable)) return refuse('payment-rests-on-it', { committed: showMoney(committed), payable: showMoney(payable) });

    return [
      EvidenceReopened({ award: of, accepted, rejected, reason, reopenedBy: actor }),
      facts.match.append(VerificationRevoked({ award: of, source, sourceName, corrects, accepted, rejected, unmet, gap: gapAfterwards, reason })),
    ];
  },
});
