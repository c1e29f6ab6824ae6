import { present, refuse, type Refusal } from '#kernel';
import type { RoundState } from '#domain/programmes';

export const unscoredRefusals = { 'scoring-has-begun': 'Scoring of the applications for {name} has begun, so they stand as they are' } as const;

/** Assessors score what was sent: it does not change under their hands. */
export function scoringMustNotHaveBegun(round: RoundState): Refusal<'scoring-has-begun'> | undefined {
  const { name, scoring } = present(round);
  return scoring?.begun ? refuse('scoring-has-begun', { name }) : undefined;
}
