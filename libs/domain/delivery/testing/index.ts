import { gbp, toCode, toPerson } from '#kernel';
import { anApplication, eastRiding } from '#domain/applications/testing';
import { award, awardEvents } from '#domain/awards';
import { approved, conditioned, firstAward, offered, proposed, recipientName, recommended, settled, signed } from '#domain/awards/testing';
import { round, roundEvents, type Phase } from '#domain/programmes';
import { future, spring } from '#domain/programmes/testing';
import { OutputAccepted, OutputSubmitted, PhaseStarted } from '../delivery.events.js';
import { delivery } from '../delivery.js';

export const [diagnostic, implementing] = [toCode('diagnostic'), toCode('delivery')];
export const plan = toCode('implementation-plan');
export const progress = toCode('progress-report');
export const ofAward = { award: firstAward, programme: future, recipient: eastRiding, recipientName };

/** A diagnostic that pays £10,000.00; then, once the plan is accepted, delivery, which pays nothing more. */
export const phases = [
  { code: diagnostic, name: 'Diagnostic', payable: gbp(1_000_000) },
  { code: implementing, name: 'Delivery', payable: gbp(0), needs: [{ output: plan, name: 'Implementation plan' }] },
] as const;
const reporting = [{ output: progress, name: 'Progress report', every: 'month', dueDays: 5 }] as const;

const reported = roundEvents.RoundTermsRevised({ programme: future, name: 'Spring 2012', version: 2, scheme: { support: [{ kind: 'cash' }], phases, reporting }, reason: 'Made for tests' });

/** An award that is signed and goes through these phases, in a round whose scheme asks for a report each month. */
export const anAwardWith = (copied: readonly Phase[]) =>
  anApplication
    .and(round, spring, reported)
    .and(award, firstAward, awardEvents.AwardRecommended({ ...recommended.data, phases: copied }), approved, conditioned, proposed, settled, offered, signed);
export const anAwardInPhases = anAwardWith(phases);

export const started = PhaseStarted({ ...ofAward, phase: diagnostic, name: 'Diagnostic', number: 1 });
export const implementingStarted = PhaseStarted({ ...ofAward, phase: implementing, name: 'Delivery', number: 2 });
export const submitted = OutputSubmitted({ ...ofAward, output: plan, name: 'Implementation plan', document: 'Plan 1', submittedBy: toPerson('officer') });
export const accepted = OutputAccepted({ ...ofAward, output: plan, name: 'Implementation plan', acceptedBy: toPerson('manager') });

export const inDiagnostic = anAwardInPhases.and(delivery, firstAward, started);
export const planSubmitted = inDiagnostic.and(delivery, firstAward, submitted);
export const planAccepted = planSubmitted.and(delivery, firstAward, accepted);
