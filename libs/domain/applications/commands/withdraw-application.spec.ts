import { toReference } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { limit, limitEvents, queue, queueEvents } from '#domain/limits';
import { spring } from '#domain/programmes/testing';
import { ApplicationWithdrawn, ApplicationTakenForward } from '../application.events.js';
import { application } from '../application.js';
import { anApplication, firstApplication, left, stranger } from '../testing/index.js';
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

  it('records that the applicant changed its mind, and why, and takes its bid from those that wait', () =>
    anApplication
      .when(withdrawApplication, withdraw, by('officer'))
      .then(ApplicationWithdrawn({ organisationName: 'East Riding of Yorkshire Council', reason: withdraw.reason }), left('withdrawn')));

  it('gives the place that was kept for it to whoever waits next', () => {
    const [east, other] = [{ who: firstApplication, name: 'East Riding of Yorkshire Council', places: 1 }, { who: 'AP-2012-002', name: 'Scarborough Borough Council', places: 1 }];
    const called = (because: string, each: typeof other) => queueEvents.QueueAdvanced({ holder: spring, called: [each], because });
    const waiting = [east, other].map((each) => queueEvents.QueueJoined({ holder: spring, ...each, because: 'All places are taken' }));
    return anApplication
      .and(limit, `places.${spring}`, limitEvents.LimitOpened({ subject: 'places', unit: 'PLACE', bucket: 'open', amount: 1 }))
      .and(queue, spring, ...waiting, called('a sponsor pays', east))
      .when(withdrawApplication, withdraw, by('officer'))
      .then(
        ApplicationWithdrawn({ organisationName: east.name, reason: withdraw.reason }),
        left('withdrawn'),
        queueEvents.QueueLeft({ holder: spring, who: firstApplication, name: east.name, because: 'the application ended' }),
        called(`${east.name} gave up its place`, other),
      );
  });

  it('needs an application that exists', () => givenNothing().when(withdrawApplication, withdraw, by('officer')).thenNotFound());
});
