import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { scarborough } from '#domain/applications/testing';
import { award, awardEvents } from '#domain/awards';
import { about as ofAward, anAwardApproved, anAwardSigned, firstAward } from '#domain/awards/testing';
import { aFundAndAProgramme, future } from '#domain/programmes/testing';
import { SavingForecast } from '../saving.events.js';
import { forecast, foreigner, lifetime, ownRecipient } from '../testing/index.js';
import { forecastSavings } from './forecast-savings.js';

const figures = {
  about: { kind: 'award', award: firstAward },
  kind: 'cashable',
  amount: '£100,000.00',
  qualifier: 'over',
  period: { kind: 'year', financialYear: 'FY1213' },
  attribution: 'attributable',
  document: 'Bid',
};
const officer = by('officer');
const closed = awardEvents.AwardClosed({ ...ofAward, released: gbp(1_800_000), returnedTo: 'round' });
const withdrawn = awardEvents.AwardWithdrawn({ ...closed.data, reason: 'The council merged', withdrawnBy: 'recipient', stage: 'agreed' });

describe('forecasting savings', () => {
  it('is refused to a recipient for another body’s award', () => anAwardSigned.when(forecastSavings, figures, foreigner).thenRefused('acts-for-another-body'));

  it('is refused to every recipient for a whole programme', () =>
    aFundAndAProgramme.when(forecastSavings, { ...figures, about: { kind: 'programme', programme: future } }, ownRecipient).thenRefused('acts-for-another-body'));

  it('is refused before an agreement is signed', () => anAwardApproved.when(forecastSavings, figures, officer).thenRefused('award-bears-no-savings', { stage: 'approved' }));

  it('is refused for an award that was withdrawn', () =>
    anAwardSigned.and(award, firstAward, withdrawn).when(forecastSavings, figures, officer).thenRefused('award-bears-no-savings', { stage: 'withdrawn' }));

  it('needs an award or a programme that exists', async () => {
    await aFundAndAProgramme.when(forecastSavings, figures, officer).thenNotFound();
    await aFundAndAProgramme.when(forecastSavings, { ...figures, about: { kind: 'programme', programme: 'OTHER' } }, officer).thenNotFound();
  });

  it('names the award, its recipient and its programme', () => anAwardSigned.when(forecastSavings, figures, officer).then(forecast));

  it('is possible once the award is closed', () => anAwardSigned.and(award, firstAward, closed).when(forecastSavings, figures, officer).then(forecast));

  it.each([['recipient', ownRecipient], ['partner', { ...ownRecipient, actsFor: scarborough }]])('is possible for the award’s own %s', (_, acting) =>
    anAwardSigned.when(forecastSavings, figures, acting).then(SavingForecast({ ...forecast.data, forecastBy: acting.actor })));

  it('takes an evaluator’s figure for a programme over a lifetime', () =>
    aFundAndAProgramme
      .when(
        forecastSavings,
        {
          about: { kind: 'programme', programme: future },
          kind: 'savings-or-income',
          amount: '£133,000,000.00',
          qualifier: 'exact',
          period: { kind: 'lifetime', of: 'the programme' },
          attribution: 'contributed-to',
          document: 'External evaluation',
        },
        officer,
      )
      .then(lifetime));
});
