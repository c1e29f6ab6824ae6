import { choice, code, count, list, optional, percent, text, type FieldValue } from '#kernel';

const score = { score: count('Score', { max: 100 }), reason: optional(text('Reason', { long: true, hint: 'Why; no names of people' })) };

/** What an assessor gives for each criterion. */
export const scoresGiven = list('Scores', { criterion: code('Criterion'), ...score }, '{score} for {criterion}', { min: 1, max: 20 });
export type ScoreGiven = FieldValue<typeof scoresGiven>[number];

/** The same with the criterion's name and weight as they stood. */
export const scoresAsTheyStood = list(
  'Scores',
  { criterion: code('Criterion'), name: text('Name of the criterion'), weight: percent('Weight'), ...score },
  '{score} for {name}',
);
export type Score = FieldValue<typeof scoresAsTheyStood>[number];

/** Where a ranking puts an application. */
export const placed = choice('Placed', { recommended: 'recommended', reserve: 'reserve', 'not-placed': 'not placed' });
export type Placed = FieldValue<typeof placed>;
