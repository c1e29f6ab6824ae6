import type { CohortRow } from '#views/support';
import type { ShownStage } from '../../layout/stages.js';
import { many } from '../../layout/words.js';

const stages: Readonly<Record<CohortRow['stage'], ShownStage>> = {
  planned: { words: 'Planned', tone: 'waiting' },
  open: { words: 'Open', tone: 'open' },
  completed: { words: 'Completed', tone: 'ended' },
};
export const cohortStage = (stage: CohortRow['stage']): ShownStage => stages[stage];

/** Nobody said how many there are, which is not nought. */
export const placesInWords = (places: number | null): string => (places === null ? 'not printed' : String(places));
/** How many are ours is settled when it opens. */
export const oursInWords = ({ ours, stage }: Pick<CohortRow, 'ours' | 'stage'>): string =>
  ours === null ? (stage === 'planned' ? 'not open yet' : 'not printed') : String(ours);
export const bodiesInWords = (bodies: number): string => many(bodies, 'body', 'bodies');
