import { gbp, nil } from '#kernel';
import { by } from '#kernel/testing/given';
import { ForecastRevised } from '../saving.events.js';
import { aLifetime, aSaving, aSavingClaimed, aSavingValidated, firstSaving, foreigner, lifetime, revised } from '../testing/index.js';
import { reviseForecast } from './revise-forecast.js';

const revise = { saving: firstSaving, amount: '£80,000.00', qualifier: 'about', reason: 'Fewer buildings' };
const officer = by('officer');

describe('revising a forecast', () => {
  it('is refused to a recipient of another body', () => aSaving.when(reviseForecast, revise, foreigner).thenRefused('acts-for-another-body'));

  it('is refused when it says the same again', () =>
    aSaving.when(reviseForecast, { ...revise, amount: '£100,000.00', qualifier: 'over' }, officer).thenRefused('forecast-is-the-same', { before: '£100,000.00' }));

  it.each([['claimed', aSavingClaimed], ['validated', aSavingValidated]])('is refused a penny under what is %s', (_, history) =>
    history.when(reviseForecast, { ...revise, amount: '£59,999.99' }, officer).thenRefused('less-than-is-claimed', { claimed: '£60,000.00' }));

  it('keeps the figure and the qualifier from before', () => aSaving.when(reviseForecast, revise, officer).then(revised));

  it('may change the qualifier alone', () =>
    aSaving.when(reviseForecast, { ...revise, amount: '£100,000.00' }, officer).then(ForecastRevised({ ...revised.data, amount: gbp(10_000_000) })));

  it('counts what is claimed within what is expected', () => aSavingClaimed.when(reviseForecast, revise, officer).then(revised));

  it('may come down to nothing when nothing is claimed', () =>
    aSaving.when(reviseForecast, { ...revise, amount: '£0.00' }, officer).then(ForecastRevised({ ...revised.data, amount: nil })));

  it('is possible for a figure over a lifetime', () => {
    const { programme, kind, period } = lifetime.data;
    const { reason, revisedBy } = revised.data;
    return aLifetime
      .when(reviseForecast, { ...revise, amount: '£140,000,000.00', qualifier: 'exact' }, officer)
      .then(
        ForecastRevised({ programme, kind, period, before: gbp(13_300_000_000), amount: gbp(14_000_000_000), qualifierBefore: 'exact', qualifier: 'exact', reason, revisedBy }),
      );
  });
});
