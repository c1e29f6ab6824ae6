import { toDate, toReference } from '#kernel';
import { ApplicationDeclined, ApplicationTakenForward, ApplicationWithdrawn } from './application.events.js';
import { application } from './application.js';
import { firstApplication, nominated } from './testing/index.js';

const about = { ref: firstApplication, version: 2, on: toDate('2012-05-01'), by: 'person:officer' };
const ended = { organisationName: 'East Riding of Yorkshire Council', reason: 'No capacity' };
const open = application.evolve(application.initial, nominated, about);

describe('an application', () => {
  it.each([
    ['withdrawn', ApplicationWithdrawn(ended)],
    ['declined', ApplicationDeclined(ended)],
    ['taken-forward', ApplicationTakenForward({ award: toReference('AW', 'AW-2012-001') })],
  ])('ends when it is %s, and a history that goes on is a bug', (stage, event) => {
    const state = application.evolve(open, event, about);
    expect(state).toMatchObject({ stage, title: 'Shared property' });
    expect(() => application.evolve(state, event, about)).toThrow(`This application is ${stage}`);
  });
});
