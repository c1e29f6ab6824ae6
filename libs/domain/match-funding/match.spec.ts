import { gbp, nil, toDate, type NewEvent } from '#kernel';
import { firstAward } from '#domain/awards/testing';
import { MatchReleased, MatchSplit, MatchVerified, VerificationRevoked } from './match.events.js';
import { match, matchPosition, positionsBySource } from './match.js';
import { evidenced, firstEvidence, lead, partner, pledges, verified } from './testing/index.js';

const about = { ref: firstAward, version: 1, on: toDate('2012-10-01'), by: 'person:officer' };
const fold = (...events: readonly NewEvent[]) => events.reduce((state, event) => match.evolve(state, event, about), match.initial);
const required = gbp(1_800_000);

describe('the match of an award', () => {
  it('is wholly missing at first', () => {
    expect(matchPosition(match.initial, required)).toEqual({ required, pledged: nil, evidenced: nil, verified: nil, met: nil, gap: required });
  });

  it('counts only what is verified', () => {
    expect(matchPosition(fold(...pledges, evidenced), required)).toMatchObject({ pledged: gbp(2_000_000), evidenced: gbp(1_200_000), verified: nil, gap: required });
    expect(matchPosition(fold(...pledges, evidenced, verified), required)).toMatchObject({ verified: gbp(1_200_000), met: gbp(1_200_000), gap: gbp(600_000) });
  });

  it('counts no more than is required', () => {
    expect(matchPosition(fold(...pledges, evidenced, verified), gbp(1_000_000))).toMatchObject({ verified: gbp(1_200_000), met: gbp(1_000_000), gap: nil });
  });

  it('makes room for other evidence when some is rejected', () => {
    const rejected = MatchVerified({ ...verified.data, accepted: gbp(1_000_000), rejected: gbp(200_000), met: gbp(1_000_000), gap: gbp(800_000) });
    expect(matchPosition(fold(...pledges, evidenced, rejected), required)).toMatchObject({ evidenced: gbp(1_000_000), verified: gbp(1_000_000) });
  });

  it('stands as it did before a verification that was revoked', () => {
    const { award, source, sourceName } = verified.data;
    const part = { award, source, sourceName, accepted: gbp(1_000_000), rejected: gbp(200_000) };
    const accepted = MatchVerified({ ...verified.data, ...part, met: gbp(1_000_000), gap: gbp(800_000) });
    const revoked = VerificationRevoked({ ...part, corrects: firstEvidence, unmet: gbp(1_000_000), gap: required, reason: 'Wrong project' });
    expect(matchPosition(fold(...pledges, evidenced, accepted, revoked), required)).toEqual(matchPosition(fold(...pledges, evidenced), required));
  });

  it('has no gap once the award ended', () => {
    const released = MatchReleased({ award: firstAward, unmet: gbp(600_000), pledges: [{ ...partner, amount: gbp(800_000) }] });
    expect(matchPosition(fold(...pledges, evidenced, verified, released), required)).toEqual({
      required: gbp(1_200_000), pledged: gbp(1_200_000), evidenced: gbp(1_200_000), verified: gbp(1_200_000), met: gbp(1_200_000), gap: nil,
    });
  });

  it('shows a source that is short of its share, even where the surplus of another makes up for it', () => {
    const split = MatchSplit({ award: firstAward, required: gbp(1_800_000), shares: [{ ...lead, amount: gbp(1_000_000) }, { ...partner, amount: gbp(800_000) }] });
    const state = fold(split, ...pledges, evidenced, verified);
    expect(positionsBySource(state)).toEqual([
      { source: lead.source, name: lead.sourceName, share: gbp(1_000_000), pledged: gbp(1_200_000), evidenced: gbp(1_200_000), verified: gbp(1_200_000), outstanding: nil, short: nil },
      { source: partner.source, name: partner.sourceName, share: gbp(800_000), pledged: gbp(800_000), evidenced: nil, verified: nil, outstanding: gbp(800_000), short: gbp(800_000) },
    ]);
    expect(matchPosition(state, gbp(1_200_000)).gap).toEqual(nil);
  });

  it('is split anew: nobody keeps an old share', () => {
    const split = MatchSplit({ award: firstAward, required: gbp(1_800_000), shares: [{ ...lead, amount: gbp(1_800_000) }] });
    const again = MatchSplit({ ...split.data, shares: [{ ...partner, amount: gbp(1_800_000) }] });
    expect(positionsBySource(fold(split, again)).map(({ name, share }) => [name, share])).toEqual([[lead.sourceName, undefined], [partner.sourceName, gbp(1_800_000)]]);
  });

  it('remembers once whoever verified any of it', () => {
    expect(fold(...pledges, evidenced, verified).verifiedBy).toEqual(['person:officer']);
  });

  it('never shows more than is pledged', () => {
    expect(() => fold(evidenced)).toThrow('0 of 1200000 shown of 0 pledged');
  });
});
