/** Parts of awards from several budget lines, the bodies that have a part in them, and their tags. */
import { awardParties } from './award-parties.js';
import { awardTranches } from './award-tranches.js';
import { bodyAwards } from './body-awards.js';
import { partiesPage } from './parties-page.js';
import { programmeTags, tagTotals } from './tag-totals.js';
import { conditional, tranches } from './tranches.js';

export { bodyAwards, type BodyAward, type BodyAwards } from './body-awards.js';
export { partiesPage, type Parties, type Party, type Tag } from './parties-page.js';
export { programmeTags, tagTotals, type TagTotal, type TagTotals } from './tag-totals.js';
export type { TrancheRow } from './tranche-row.js';
export { conditional, tranches, type Conditional } from './tranches.js';
export const tranchesViews = [awardTranches, awardParties] as const;
export const tranchesQuestions = [tranches, conditional, bodyAwards, partiesPage, tagTotals, programmeTags] as const;
