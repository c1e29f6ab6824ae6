import type { AwardPage } from '#views/registers';
import type { Figure } from '../../layout/figures.js';
import { inPounds } from '../../layout/words.js';
import type { Visit } from '../../visits/visit.js';
import { ledgerLines } from '../ledger/ledger-lines.js';

/** What an award comes to, each figure with the way to the ledger lines that add up to it. */
export function awardFigures(award: AwardPage, visit: Visit): readonly Figure[] {
  const lines = (account: string): string | undefined => ledgerLines(visit, account, award.reference);
  const { ceilingMinor, proposedMinor, negotiatedMinor, agreedMinor, committedMinor, paidMinor, authorisedMinor } = award;
  const { matchRequiredMinor, matchVerifiedMinor, matchGapMinor } = award;
  return [
    { label: 'Ceiling', value: inPounds(ceilingMinor), href: ceilingMinor === null ? undefined : lines('B:Approved') },
    agreedMinor === null
      ? negotiated(proposedMinor, negotiatedMinor)
      : { label: 'Agreed', value: inPounds(agreedMinor), href: lines('B:Agreed'), ...besides(award, agreedMinor) },
    { label: 'Paid', value: inPounds(paidMinor), href: agreedMinor === null ? undefined : lines('B:Spent'), ...(authorisedMinor > 0 ? { note: `${inPounds(authorisedMinor)} on its way` } : {}) },
    ...(agreedMinor === null ? [] : [{ label: 'Left to pay', value: inPounds(committedMinor - paidMinor - authorisedMinor) }]),
    ...(matchRequiredMinor > 0
      ? [{ label: 'Match verified', value: inPounds(matchVerifiedMinor), href: lines('M:Met'), note: matchGapMinor > 0 ? `${inPounds(matchGapMinor)} of ${inPounds(matchRequiredMinor)} missing` : `all of ${inPounds(matchRequiredMinor)}` }]
      : []),
  ];
}

/** What the sum of the agreement does not say: how far it is under the ceiling, and what was confirmed for later years on top of it. */
function besides({ ceilingMinor, committedMinor }: AwardPage, agreed: number): Pick<Figure, 'note'> {
  const notes = [
    ...(ceilingMinor !== null && ceilingMinor > agreed ? [`${inPounds(ceilingMinor - agreed)} under the ceiling`] : []),
    ...(committedMinor > agreed ? [`${inPounds(committedMinor - agreed)} more is confirmed for later years`] : []),
  ];
  return notes.length === 0 ? {} : { note: notes.join('; ') };
}

/** What is being negotiated, until it is signed. */
function negotiated(proposed: number | null, agreed: number | null): Figure {
  const label = 'Negotiated amount';
  if (agreed !== null) return { label, value: inPounds(agreed), note: 'agreed, not signed yet' };
  return proposed === null ? { label, value: 'none yet' } : { label, value: inPounds(proposed), note: 'proposed, not agreed yet' };
}
