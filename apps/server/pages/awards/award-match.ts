import type { AwardPage } from '#views/registers';
import { amounts, columns, pounds, words, type Table } from '../../layout/table.js';
import { inPounds } from '../../layout/words.js';

/** How an award's match stands, in a sentence; whether it is short; and who is to bring it. */
export interface ShownMatch {
  readonly sentence: string;
  readonly isShort: boolean;
  readonly partnersShort: string | undefined;
  readonly table: Table | undefined;
}

export function matchOf(award: AwardPage): ShownMatch {
  const { sources } = award;
  const isSplit = sources.some(({ shareMinor }) => shareMinor !== null);
  const behind = sources.filter(({ shareMinor, verifiedMinor }) => shareMinor !== null && verifiedMinor < shareMinor && award.matchRequiredMinor > 0);
  const rows = sources.map(({ name, shareMinor, pledgedMinor, evidencedMinor, verifiedMinor }) => [
    words(name), ...(isSplit ? [pounds(shareMinor)] : []), pounds(pledgedMinor), pounds(evidencedMinor), pounds(verifiedMinor), pounds(Math.max(0, (shareMinor ?? pledgedMinor) - verifiedMinor)),
  ]);
  return {
    ...standing(award),
    partnersShort: behind.length === 0 ? undefined : `Not all of its share is verified: ${behind.map(({ name, shareMinor, verifiedMinor }) => `${name} (${inPounds(verifiedMinor)} of ${inPounds(shareMinor)})`).join(', ')}.`,
    table: sources.length === 0 ? undefined : {
      id: 'match', caption: 'Match by source', heads: [...columns('Source'), ...amounts(...(isSplit ? ['Share'] : []), 'Pledged', 'Evidenced', 'Verified', 'Not yet verified')], rows,
    },
  };
}

/** Shares are split among several bodies until evidence stands, or anew when they come to another sum than is required; evidence is verified once, and only what was verified is revoked. */
export function fitsMatch(step: string, { sources, partners, matchRequiredMinor }: AwardPage): boolean {
  const has = (figure: 'pledgedMinor' | 'evidencedMinor' | 'verifiedMinor'): boolean => sources.some((source) => source[figure] > 0);
  const split = sources.reduce((sum, { shareMinor }) => sum + (shareMinor ?? 0), 0);
  switch (step) {
    case 'SplitMatch':
      return partners.length > 0 && (!has('evidencedMinor') || (split > 0 && split !== matchRequiredMinor));
    case 'EvidenceMatch':
    case 'WithdrawPledge':
      return has('pledgedMinor');
    case 'VerifyMatch':
      return sources.some(({ evidencedMinor, verifiedMinor }) => evidencedMinor > verifiedMinor);
    case 'RevokeVerification':
      return has('verifiedMinor');
    default:
      return true;
  }
}

function standing({ matchRequiredMinor, matchVerifiedMinor, matchGapMinor, stage }: AwardPage): { readonly sentence: string; readonly isShort: boolean } {
  if (matchRequiredMinor === 0) return { sentence: ['recommended', 'approved', 'offered'].includes(stage) ? 'What match is required is settled when the agreement is signed.' : 'No match is required.', isShort: false };
  if (matchGapMinor === 0) return { sentence: `The match is complete: ${inPounds(matchVerifiedMinor)} verified of ${inPounds(matchRequiredMinor)} required.`, isShort: false };
  return { sentence: `${inPounds(matchRequiredMinor)} of match is required and ${inPounds(matchVerifiedMinor)} is verified: ${inPounds(matchGapMinor)} is missing.`, isShort: true };
}
