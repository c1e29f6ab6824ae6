import { decide, money, present, reference, refuse, text, type AwardRef, type Money } from '#kernel';
import { award } from '../award.js';
import { CostStated } from '../parties.events.js';

export class StateCost {
  @reference('AW', 'Award') award!: AwardRef;
  @money('Cost', { hint: 'What the body that bears it pays, by the document' }) cost!: Money;
  @text('Document') document!: string;
}

export const stateCost = decide(award, StateCost, {
  summary: 'State the cost that an award pays a share of, by its document, before an amount is offered.',
  permission: 'award:negotiate',
  ref: ({ award: ref }) => ref,
  refusals: {
    'no-share-of-a-cost': 'This award is not a share of somebody’s cost, so there is no cost to state',
    'cost-is-settled': 'This award is {stage}. The cost is stated before an amount is offered',
  },
  rule(state, { cost, document }) {
    const { stage, terms } = present(state);
    if (terms.roundTerms?.kind !== 'share-of-cost') return refuse('no-share-of-a-cost');
    if (stage !== 'recommended' && stage !== 'approved') return refuse('cost-is-settled', { stage });

    return [CostStated({ cost, document, recipientName: terms.recipientName })];
  },
});
