import { count, decide, isRefusal, present, reference, refuse, showDate, type AwardRef } from '#kernel';
import { award } from '../award.js';
import { conditionalRefusals, trancheMustBeConditional } from '../policies/tranche-must-be-conditional.js';
import { TrancheLapsed } from '../tranche.events.js';

export class LapseTranche {
  @reference('AW', 'Award') award!: AwardRef;
  @count('Number of the part', { min: 1 }) number!: number;
}

export const lapseTranche = decide(award, LapseTranche, {
  summary: 'Let a later year lapse that nobody confirmed by the day that was named.',
  permission: 'agreement:lapse',
  ref: ({ award: ref }) => ref,
  refusals: {
    ...conditionalRefusals,
    'lapses-on-no-day': 'No day was named on which part {number} lapses. Decline it by a decision',
    'not-past': 'It can still be confirmed, up to and on {lapsesOn}',
  },
  rule(state, { number }, { on }) {
    const { terms: { recipient, recipientName }, tranches } = present(state);
    const tranche = trancheMustBeConditional(tranches, number);
    if (isRefusal(tranche)) return tranche;
    const { line, amount: named, lapsesOn } = tranche;
    if (!lapsesOn) return refuse('lapses-on-no-day', { number });
    if (on <= lapsesOn) return refuse('not-past', { lapsesOn: showDate(lapsesOn) });

    return [TrancheLapsed({ recipient, recipientName, number, line, named, because: `it was not confirmed by ${showDate(lapsesOn)}`, lapsesOn })];
  },
});
