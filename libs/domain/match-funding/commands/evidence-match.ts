import { decide, exceeds, minus, money, optional, plus, present, reference, refuse, showMoney, text, toReference, type AwardRef, type Money, type OrganisationRef } from '#kernel';
import { award } from '#domain/awards';
import { evidenceLimit, limit, moneyLeft, move, open } from '#domain/limits';
import { ownBodyRefusals } from '#domain/organisations';
import { EvidenceReceived } from '../evidence.events.js';
import { evidence } from '../evidence.js';
import { MatchEvidenced } from '../match.events.js';
import { match, sourceOf } from '../match.js';
import { awardMustTakeMatch, matchRefusals } from '../policies/award-must-take-match.js';
import { mustActForTheAward } from '../policies/must-act-for-the-award.js';

export class EvidenceMatch {
  @reference('AW', 'Award') award!: AwardRef;
  @reference('OR', 'Source') source!: OrganisationRef;
  @money('Amount') amount!: Money;
  @text('Document', { hint: 'What the source calls it, such as the number of an invoice' }) document!: string;
  @optional(money('Total of the document', { hint: 'When more awards than this one share it' })) documentTotal?: Money;
}

export const evidenceMatch = decide(evidence, EvidenceMatch, {
  summary: 'Record a document that shows match; no document counts for more than its total, over all awards.',
  permission: 'match:evidence',
  begins: 'EV',
  facts: async (read, input) => ({
    award: await read(award, input.award),
    match: await read.ifAny(match, input.award),
    document: await read.ifAny(limit, evidenceLimit(input.source, input.document)),
  }),
  refusals: {
    ...matchRefusals,
    ...ownBodyRefusals,
    'evidence-exceeds-pledge': '{pledged} is pledged and {evidenced} of it is shown already, so {needed} more is too much. Record a further pledge first',
    'document-total-differs': 'This document came to {total} when it was first recorded. Leave the total out, or name another document',
    'evidence-is-used-up': 'This document has {left} left that has not been counted, and this needs {needed}',
  },
  rule(_, { award: to, source, amount, document, documentTotal }, { actor, actsFor, ref, facts }) {
    const closed = awardMustTakeMatch(facts.award.state);
    if (closed) return closed;
    const foreign = mustActForTheAward(actsFor, present(facts.award.state).terms, source);
    if (foreign) return foreign;
    const { name, pledged, evidenced } = sourceOf(facts.match.state, source);
    const needed = showMoney(amount);
    if (exceeds(plus(evidenced, amount), pledged)) {
      return refuse('evidence-exceeds-pledge', { pledged: showMoney(pledged), evidenced: showMoney(evidenced), needed });
    }
    const { state: known } = facts.document;
    const counted = moneyLeft(facts.document, 'counted');
    const total = known.stage === 'open' ? plus(counted, moneyLeft(facts.document, 'uncounted')) : (documentTotal ?? amount);
    if (documentTotal && documentTotal.minor !== total.minor) return refuse('document-total-differs', { total: showMoney(total) });
    if (exceeds(plus(counted, amount), total)) return refuse('evidence-is-used-up', { left: showMoney(minus(total, counted)), needed });

    const number = toReference('EV', ref);
    const shown = { award: to, source, sourceName: name, amount, document };
    return [
      EvidenceReceived({ ...shown, recordedBy: actor }),
      facts.match.append(MatchEvidenced({ ...shown, evidence: number })),
      ...(known.stage === 'absent' ? [open(facts.document.ref, `document ${document} of ${name}`, 'uncounted', total)] : []),
      move(facts.document, 'uncounted', 'counted', amount, number),
    ];
  },
});
