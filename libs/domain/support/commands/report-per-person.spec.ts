import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { OutcomePerPersonReported } from '../framework.events.js';
import { aboutFramework, aFramework, aPlannedFramework, firstFramework } from '../testing/frameworks.js';
import { reportPerPerson } from './report-per-person.js';

const report = { framework: firstFramework, people: 130_000, qualifier: 'about', each: '£125.00', period: 'a year', document: 'Board paper of March 2014' };
const manager = by('manager');

describe('reporting what each person gained', () => {
  it('is refused before the launch', () => aPlannedFramework.when(reportPerPerson, report, manager).thenRefused('not-launched'));

  it('is refused where it comes to more than can be', () =>
    aFramework.when(reportPerPerson, { ...report, people: 100_000_000, each: '£10,000.01' }, manager).thenRefused('figure-is-too-large', { most: '£1,000,000,000,000.00' }));

  it('works out what it comes to, to the penny', () =>
    aFramework
      .when(reportPerPerson, report, manager)
      .then(OutcomePerPersonReported({ ...aboutFramework, people: 130_000, qualifier: 'about', each: gbp(12_500), period: 'a year', total: gbp(1_625_000_000), document: 'Board paper of March 2014' })));
});
