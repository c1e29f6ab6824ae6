import { toReference } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { application, applicationEvents } from '#domain/applications';
import { anApplication, firstApplication } from '#domain/applications/testing';
import { recommended } from '../testing/index.js';
import { recommendAward } from './recommend-award.js';

const takenForward = applicationEvents.ApplicationTakenForward({ award: toReference('AW', 'AW-2012-001') });

describe('recommending an award', () => {
  it('is refused the second time for the same application', () =>
    anApplication
      .and(application, firstApplication, takenForward)
      .when(recommendAward, { application: firstApplication }, by('officer'))
      .thenRefused('application-is-decided', { outcome: 'taken forward' }));

  it('keeps the recipient, the partners and the programme’s ceiling as they stand', () =>
    anApplication.when(recommendAward, { application: firstApplication }, by('officer')).then(recommended, takenForward));

  it('needs an application that exists', () => givenNothing().when(recommendAward, { application: firstApplication }, by('officer')).thenNotFound());
});
