import { code, decide, money, oneOf, present, reference, text, variant, type FieldValue, type Money } from '#kernel';
import { award, type AwardState } from '#domain/awards';
import { ownBodyRefusals } from '#domain/organisations';
import { programme } from '#domain/programmes';
import { awardMustBearSavings, awardRefusals } from '../policies/award-must-bear-savings.js';
import { mustActForBearer } from '../policies/bearer.js';
import { attribution, period, qualifier, savingKind, type Attribution, type Qualifier, type SavingKind, type SavingPeriod } from '../saving-fields.js';
import { SavingForecast } from '../saving.events.js';
import { saving, type SavingAbout } from '../saving.js';

/** A printed total of a whole programme cannot be split among its awards, so a saving may be of either. */
const about = oneOf('About', {
  award: variant({ award: reference('AW', 'Award') }, '{award}'),
  programme: variant({ programme: code('Programme') }, '{programme}'),
});

export class ForecastSavings {
  @about about!: FieldValue<typeof about>;
  @savingKind kind!: SavingKind;
  @money('Amount') amount!: Money;
  @qualifier qualifier!: Qualifier;
  @period period!: SavingPeriod;
  @attribution attribution!: Attribution;
  @text('Document', { hint: 'Where the figure is written down' }) document!: string;
}

interface Borne {
  readonly award?: AwardState;
  readonly by: Pick<SavingAbout, 'programme' | 'award' | 'recipient' | 'recipientName'>;
}

export const forecastSavings = decide(saving, ForecastSavings, {
  summary: 'Forecast savings or income of an award or a programme for a year, or state an evaluator’s figure over a lifetime.',
  permission: 'savings:forecast',
  begins: 'SV',
  async facts(read, { about: of }): Promise<Borne> {
    if (of.kind === 'programme') {
      await read(programme, of.programme);
      return { by: { programme: of.programme } };
    }
    const { state } = await read(award, of.award);
    const { programme: under, recipient, recipientName } = present(state).terms;
    return { award: state, by: { programme: under, award: of.award, recipient, recipientName } };
  },
  refusals: { ...ownBodyRefusals, ...awardRefusals },
  rule(_, { about: __, ...figure }, { actor, actsFor, facts }) {
    const foreign = mustActForBearer(actsFor, facts.award);
    if (foreign) return foreign;
    const fruitless = awardMustBearSavings(facts.award);
    if (fruitless) return fruitless;

    return [SavingForecast({ ...facts.by, ...figure, forecastBy: actor })];
  },
});
