import { toPerson, toReference } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { spring } from '#domain/programmes/testing';
import { interests, interestsEvents } from '#domain/programmes';
import { ApplicationDeclined, ApplicationTakenForward } from '../application.events.js';
import { application } from '../application.js';
import { anApplication, firstApplication, left } from '../testing/index.js';
import { declineApplication } from './decline-application.js';

const decline = { application: firstApplication, reason: 'Outside the purpose of the programme' };

describe('declining an application', () => {
  it('is refused once it was taken forward as an award', () =>
    anApplication
      .and(application, firstApplication, ApplicationTakenForward({ award: toReference('AW', 'AW-2012-001') }))
      .when(declineApplication, decline, by('officer'))
      .thenRefused('application-is-decided', { outcome: 'taken forward' }));

  it('is refused to whoever has an interest in the round', () =>
    anApplication
      .and(interests, spring, interestsEvents.InterestDeclared({ round: spring, declaredBy: toPerson('officer'), nature: 'Member of the council of one bidder' }))
      .when(declineApplication, decline, by('officer'))
      .thenRefused('interest-bars-the-round'));

  it('records why it is not taken forward, and takes it from those that wait', () =>
    anApplication
      .when(declineApplication, decline, by('officer'))
      .then(ApplicationDeclined({ organisationName: 'East Riding of Yorkshire Council', reason: decline.reason }), left('declined')));

  it('needs an application that exists', () => givenNothing().when(declineApplication, decline, by('officer')).thenNotFound());
});
