/** Whole numbers all through: an application is never ahead of another by a rounding. */
export interface Total {
  /** Points of all assessors together. */
  readonly total: number;
  readonly assessors: number;
}

/** What one assessor's scores come to: Σ weight × score, out of a hundred times the highest score. */
export const pointsOf = (scores: readonly { readonly weight: number; readonly score: number }[]): number => scores.reduce((sum, { weight, score }) => sum + weight * score, 0);

/** The order of two applications by the average of their assessors, best first; nought where they are equal. */
export const compare = (a: Total, b: Total): number => b.total * a.assessors - a.total * b.assessors;

/** The average in hundredths of a point out of 100, a half rounded up: 8250 reads 82.50. For reading, never for comparing. */
export function hundredths({ total, assessors }: Total, highestScore: number): number {
  const most = assessors * highestScore;
  return Math.floor((200 * total + most) / (2 * most));
}
