import { by } from '#kernel/testing/given';
import { firstAward } from '#domain/awards/testing';
import { PhaseEnded } from '../delivery.events.js';
import { delivery } from '../delivery.js';
import { inDiagnostic, started } from '../testing/index.js';
import { endPhase } from './end-phase.js';

const end = { award: firstAward, phase: 'diagnostic' };
const ended = PhaseEnded(started.data);
const manager = by('manager', '2012-10-01');

describe('ending a phase', () => {
  it('is refused before it started', () => inDiagnostic.when(endPhase, { ...end, phase: 'delivery' }, manager).thenRefused('phase-is-not-started', { phase: 'delivery' }));

  it('is refused the second time', () => inDiagnostic.and(delivery, firstAward, ended).when(endPhase, end, manager).thenRefused('phase-is-ended', { name: 'Diagnostic' }));

  it('keeps its name and place', () => inDiagnostic.when(endPhase, end, manager).then(ended));
});
