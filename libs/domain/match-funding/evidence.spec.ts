import { nil, toDate, toPerson } from '#kernel';
import { firstAward } from '#domain/awards/testing';
import { EvidenceAssessed, EvidenceReopened } from './evidence.events.js';
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

  it('is assessed again only after it was reopened', () => {
    const reopened = EvidenceReopened({ award: firstAward, accepted: received.data.amount, rejected: nil, reason: 'Wrong project', reopenedBy: toPerson('verifier') });
    const waiting = evidence.evolve(evidence.initial, received, about);
    const again = evidence.evolve(evidence.evolve(waiting, assessed, about), reopened, about);
    expect(again).toEqual(waiting);
    expect(evidence.evolve(again, assessed, about)).toMatchObject({ stage: 'assessed' });
    expect(() => evidence.evolve(again, reopened, about)).toThrow('Evidence that is received cannot be reopened');
  });
});
