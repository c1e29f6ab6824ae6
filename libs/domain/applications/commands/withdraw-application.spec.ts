import { toReference } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { ApplicationWithdrawn, ApplicationTakenForward } from '../application.events.js';
import { application } from '../application.js';
import { anApplication, firstApplication, stranger } from '../testing/index.js';
import { withdrawApplication } from './withdraw-application.js';

const withdraw = { application: firstApplication, reason: 'No capacity this year' };

describe('withdrawing an application', () => {
  it('is refused to a recipient that is neither its lead nor a partner of it', () =>
    anApplication.when(withdrawApplication, withdraw, { ...by('recipient'), actsFor: stranger }).thenRefused('acts-for-another-body', { actsFor: stranger }));

  it('is refused once it was taken forward as an award', () =>
    anApplication
      .and(application, firstApplication, ApplicationTakenForward({ award: toReference('AW', 'AW-2012-001') }))
      .when(withdrawApplication, withdraw, by('officer'))
      .thenRefused('application-is-decided', { outcome: 'taken forward' }));

  it('records that the applicant changed its mind, and why', () =>
    anApplication
      .when(withdrawApplication, withdraw, by('officer'))
      .then(ApplicationWithdrawn({ organisationName: 'East Riding of Yorkshire Council', reason: withdraw.reason })));

  it('needs an application that exists', () => givenNothing().when(withdrawApplication, withdraw, by('officer')).thenNotFound());
});
