import { toCode, toPerson } from '#kernel';
import { by } from '#kernel/testing/given';
import { interests, interestsEvents, round, roundEvents } from '#domain/programmes';
import { ApplicationReturned, ApplicationWithdrawn } from '../application.events.js';
import { application } from '../application.js';
import { aSubmission, call } from '../testing/a-call.js';
import { firstApplication } from '../testing/index.js';
import { returnApplication } from './return-application.js';

const back = { application: firstApplication, reason: 'The total is not the sum of its rows' };
const organisationName = 'East Riding of Yorkshire Council';
const returned = ApplicationReturned({ organisationName, reason: back.reason });

describe('returning an application', () => {
  it('is refused once it was decided', () =>
    aSubmission
      .and(application, firstApplication, ApplicationWithdrawn({ organisationName, reason: 'No money' }))
      .when(returnApplication, back, by('officer'))
      .thenRefused('application-is-decided'));

  it('is refused while it is with the applicant already', () =>
    aSubmission.and(application, firstApplication, returned).when(returnApplication, back, by('officer')).thenRefused('returned-already', { reason: back.reason }));

  it('is refused once applications of the round are scored', () =>
    aSubmission
      .and(round, call, roundEvents.CriteriaSet({ round: call, name: 'Homes', criteria: [{ code: toCode('value'), name: 'Value', weight: 100 }], highestScore: 5 }), roundEvents.ScoringBegun({ round: call, name: 'Homes' }))
      .when(returnApplication, back, by('officer'))
      .thenRefused('scoring-has-begun'));

  it('is refused to whoever has an interest in the round', () =>
    aSubmission
      .and(interests, call, interestsEvents.InterestDeclared({ round: call, declaredBy: toPerson('officer'), nature: 'Member of the council of one bidder' }))
      .when(returnApplication, back, by('officer'))
      .thenRefused('interest-bars-the-round'));

  it('says what is to be put right', () => aSubmission.when(returnApplication, back, by('officer')).then(returned));
});
