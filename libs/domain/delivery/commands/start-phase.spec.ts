import { gbp, toDate } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { award, awardEvents } from '#domain/awards';
import { about, anAwardOffered, anAwardSigned, firstAward } from '#domain/awards/testing';
import { OutputSentBack } from '../delivery.events.js';
import { delivery } from '../delivery.js';
import { anAwardInPhases, anAwardWith, implementing, implementingStarted, inDiagnostic, ofAward, phases, plan, planAccepted, planSubmitted, started } from '../testing/index.js';
import { startPhase } from './start-phase.js';

const first = { award: firstAward, phase: 'diagnostic' };
const second = { award: firstAward, phase: implementing };
const manager = by('manager', '2012-09-01');
const closed = awardEvents.AwardClosed({ ...about, released: gbp(1_800_000), returnedTo: 'round' });

describe('starting a phase', () => {
  it.each([['offered', anAwardOffered], ['closed', anAwardSigned.and(award, firstAward, closed)]])('is refused while the award is %s', (stage, history) =>
    history.when(startPhase, first, manager).thenRefused('award-is-not-under-way', { stage }));

  it('is refused for a phase that the terms do not have', () =>
    anAwardInPhases.when(startPhase, { award: firstAward, phase: 'review' }, manager).thenRefused('phase-is-unknown', { phases: 'diagnostic, delivery' }));

  it('is refused where the scheme has no phases at all', () => anAwardSigned.when(startPhase, first, manager).thenRefused('phase-is-unknown', { phases: 'none' }));

  it('is refused the second time', () => inDiagnostic.when(startPhase, first, manager).thenRefused('phase-is-started', { name: 'Diagnostic' }));

  it('is refused before the phases before it', () => anAwardInPhases.when(startPhase, second, manager).thenRefused('phase-out-of-order', { name: 'Delivery', before: 'Diagnostic' }));

  it('is refused before the day on which it begins', () =>
    anAwardWith([{ ...phases[0], from: toDate('2012-09-02') }]).when(startPhase, first, manager).thenRefused('phase-is-not-due', { from: '2 September 2012' }));

  it.each([
    ['was submitted', inDiagnostic],
    ['was accepted', planSubmitted],
    ['was sent again after it was sent back', planSubmitted.and(delivery, firstAward, OutputSentBack({ ...ofAward, output: plan, name: 'Implementation plan', reason: 'No costs', sentBackBy: manager.actor }))],
  ])('is refused before the output that opens it %s', (_, history) => history.when(startPhase, second, manager).thenRefused('phase-gate', { missing: 'Implementation plan' }));

  it('says which phase it is, and whose', () => anAwardInPhases.when(startPhase, first, manager).then(started));

  it('is possible once the output that opens it was accepted', () => planAccepted.when(startPhase, second, manager).then(implementingStarted));

  it('needs an award that exists', () => givenNothing().when(startPhase, first, manager).thenNotFound());
});
