import type { AwardTerms } from '../award-state.js';
import { TrancheNamed } from '../tranche.events.js';

/** Later years that the terms of the scheme name: nothing of them is committed by this approval. Numbered from `first` on. */
export function laterYears({ years, recipient, recipientName, budget }: AwardTerms, first: number): readonly ReturnType<typeof TrancheNamed>[] {
  if (years?.kind !== 'later') return [];
  const { later, subjectTo, lapsesOn } = years;
  return later.map(({ financialYear, upTo }, i) =>
    TrancheNamed({ recipient, recipientName, number: first + i, line: { ...budget, financialYear }, upTo, subjectTo, ...(lapsesOn ? { lapsesOn } : {}) }),
  );
}
