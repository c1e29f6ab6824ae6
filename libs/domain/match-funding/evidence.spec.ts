import { nil, toDate, toPerson } from '#kernel';
import { firstAward } from '#domain/awards/testing';
import { EvidenceAssessed } from './evidence.events.js';
import { evidence } from './evidence.js';
import { firstEvidence, received } from './testing/index.js';

const about = { ref: firstEvidence, version: 1, on: toDate('2012-10-15'), by: 'person:verifier' };
const assessed = EvidenceAssessed({ award: firstAward, accepted: received.data.amount, rejected: nil, verifiedBy: toPerson('verifier') });

describe('evidence of match', () => {
  it('is assessed once: a history that says otherwise is a bug', () => {
    const state = evidence.evolve(evidence.evolve(evidence.initial, received, about), assessed, about);
    expect(state).toMatchObject({ stage: 'assessed', amount: received.data.amount });
    expect(() => evidence.evolve(state, assessed, about)).toThrow('Evidence that is assessed');
    expect(() => evidence.evolve(evidence.initial, assessed, about)).toThrow('Evidence that is absent');
  });
});
