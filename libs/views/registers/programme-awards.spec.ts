import type { AwardRow } from './award-row.js';
import { totalsOf } from './programme-awards.js';

const award = (row: Partial<AwardRow>): AwardRow =>
  ({ stage: 'agreed', ceilingMinor: 2_000_000, negotiatedMinor: null, agreedMinor: null, committedMinor: 0, paidMinor: 0, matchRequiredMinor: 0, matchVerifiedMinor: 0, matchGapMinor: 0, ...row }) as AwardRow;

describe('the totals of a programme', () => {
  it('tell what was confirmed for later years from what agreements say, and leave out what has ended', () => {
    const rows = [
      award({ agreedMinor: 1_800_000, committedMinor: 2_800_000 }),
      award({ agreedMinor: 500_000, committedMinor: 500_000 }),
      award({ stage: 'approved', committedMinor: 2_000_000 }),
      award({ stage: 'withdrawn', agreedMinor: 700_000, committedMinor: 900_000 }),
    ];
    expect(totalsOf(rows)).toMatchObject({ awards: 4, approved: 3, agreedMinor: 2_300_000, laterMinor: 1_000_000, headroomMinor: 3_700_000, committedMinor: 6_200_000 });
  });
});
