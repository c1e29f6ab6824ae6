import { present, refuse, type Refusal } from '#kernel';
import type { AwardState } from '#domain/awards';

export const awardRefusals = {
  'award-bears-no-savings': 'This award is {stage}. Savings are recorded for an award that is agreed or closed',
} as const;

/** Savings come from work that was agreed; they often show only after the award is closed. */
export function awardMustBearSavings(award: AwardState | undefined): Refusal<'award-bears-no-savings'> | undefined {
  if (!award) return undefined;
  const { stage } = present(award);
  return stage === 'agreed' || stage === 'closed' ? undefined : refuse('award-bears-no-savings', { stage });
}
