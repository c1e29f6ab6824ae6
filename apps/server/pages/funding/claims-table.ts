import type { ExpenseClaimRow } from '#views/funding';
import { claimStage } from '../../layout/stages.js';
import { amounts, columns, onDay, pounds, tagged, words, type Table } from '../../layout/table.js';
import { inWords } from '../../layout/words.js';

/** What was claimed back from outside funders, and what they answered. */
export const claimsTable = (claims: readonly ExpenseClaimRow[]): Table => ({
  id: 'claims-made', caption: 'Claims', heads: [...columns('Claim', 'Of', 'State', 'Document', 'Claimed on', 'Answer'), ...amounts('Amount')],
  rows: claims.map(({ claim, funderName, stage, document, claimedOn, answeredOn, answer, amountMinor }) => [
    { ...words(claim), isWhole: true }, words(funderName), tagged(claimStage(stage)), words(document), onDay(claimedOn), words(
      answeredOn === null ? '' : `${inWords(answeredOn)}: ${answer ?? ''}`,
    ), pounds(amountMinor),
  ]),
});
