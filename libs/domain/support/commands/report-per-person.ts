import { count, decide, gbp, money, reference, refuse, showMoney, text, type FrameworkRef, type Money } from '#kernel';
import { qualifier, type Qualifier } from '#domain/limits';
import { OutcomePerPersonReported } from '../framework.events.js';
import { framework } from '../framework.js';
import { launchedRefusals, notLaunched } from '../policies/framework-must-be-launched.js';

export class ReportPerPerson {
  @reference('FW', 'Framework') framework!: FrameworkRef;
  @count('People', { min: 1, max: 100_000_000 }) people!: number;
  @qualifier qualifier!: Qualifier;
  @money('For each of them') each!: Money;
  @text('Period', { hint: 'Such as "a year"' }) period!: string;
  @text('Document') document!: string;
}

/** No single figure is larger. In pence. */
const largest = 100_000_000_000_000;

export const reportPerPerson = decide(framework, ReportPerPerson, {
  summary: 'Report what each of so many people gained through a framework; what it comes to is worked out from that.',
  permission: 'framework:keep',
  ref: ({ framework: ref }) => ref,
  refusals: { ...launchedRefusals, 'figure-is-too-large': '{each} for each of {people} is more than {most}. Check the two figures' },
  rule(state, { people, qualifier: of, each, period, document }) {
    if (state.stage !== 'launched') return notLaunched(state);
    if (each.minor > largest / people) return refuse('figure-is-too-large', { each: showMoney(each), people, most: showMoney(gbp(largest)) });

    return [OutcomePerPersonReported({ programme: state.programme, name: state.name, people, qualifier: of, each, period, total: gbp(each.minor * people), document })];
  },
});
