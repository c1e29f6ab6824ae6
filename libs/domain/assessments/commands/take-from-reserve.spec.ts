import { toPerson, toReference } from '#kernel';
import { by } from '#kernel/testing/given';
import { interests, interestsEvents } from '#domain/programmes';
import { application, applicationEvents } from '#domain/applications';
import { firstApplication, nominated } from '#domain/applications/testing';
import { spring } from '#domain/programmes/testing';
import { ApplicationsRanked, ApplicationTakenFromReserve } from '../assessment.events.js';
import { assessment } from '../assessment.js';
import { anAssessment, aRanking, firstRank, ranked } from '../testing/index.js';
import { takeFromReserve } from './take-from-reserve.js';

const ahead = toReference('AP', 'AP-2012-002');
const take = { application: firstApplication, reason: 'A place became free' };
const manager = by('manager');
const scarborough = { organisationName: 'Scarborough Borough Council' };
/** Scarborough, then East Riding, in the reserve. */
const inReserve = anAssessment
  .and(application, ahead, applicationEvents.ApplicationNominated({ ...nominated.data, ...scarborough, partners: [] }))
  .and(
    assessment,
    spring,
    ApplicationsRanked({ ...ranked.data, reserve: 2, ranks: [{ ...firstRank, ...scarborough, application: ahead, placed: 'reserve' }, { ...firstRank, rank: 2, placed: 'reserve' }] }),
  );
const taken = ApplicationTakenFromReserve({ round: spring, application: firstApplication, organisationName: firstRank.organisationName, rank: 2, reason: 'A place became free' });

describe('taking an application from the reserve', () => {
  it('is refused once it was withdrawn', () =>
    inReserve
      .and(application, firstApplication, applicationEvents.ApplicationWithdrawn({ organisationName: 'East Riding', reason: 'No capacity' }))
      .when(takeFromReserve, take, manager)
      .thenRefused('application-is-decided', { outcome: 'withdrawn' }));

  it('is refused before its round was ranked', () => anAssessment.when(takeFromReserve, take, manager).thenRefused('application-is-not-ranked'));

  it('is refused when it has a place already', () => aRanking.when(takeFromReserve, take, manager).thenRefused('application-is-not-in-reserve', { placed: 'recommended' }));

  it('is refused while another comes before it', () => inReserve.when(takeFromReserve, take, manager).thenRefused('another-is-ahead', { name: 'Scarborough Borough Council' }));

  it('is refused to whoever has an interest in the round', () =>
    inReserve
      .and(application, ahead, applicationEvents.ApplicationDeclined({ ...scarborough, reason: 'No longer wanted' }))
      .and(interests, spring, interestsEvents.InterestDeclared({ round: spring, declaredBy: toPerson('manager'), nature: 'Member of the council of one bidder' }))
      .when(takeFromReserve, take, by('manager'))
      .thenRefused('interest-bars-the-round'));

  it('gives the place to the next one that is still there', () =>
    inReserve
      .and(application, ahead, applicationEvents.ApplicationDeclined({ ...scarborough, reason: 'No longer wanted' }))
      .when(takeFromReserve, take, manager)
      .then(taken));

  it('is done once', () => inReserve.and(assessment, spring, taken).when(takeFromReserve, take, manager).thenRefused('application-is-not-in-reserve', { placed: 'recommended' }));
});
