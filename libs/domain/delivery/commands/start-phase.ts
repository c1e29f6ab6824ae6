import { code, decide, present, reference, refuse, showDate, type AwardRef, type Code } from '#kernel';
import { PhaseStarted } from '../delivery.events.js';
import { delivery, isAccepted } from '../delivery.js';
import { awardMustBeUnderWay, underWayRefusals } from '../policies/award-must-be-under-way.js';
import { isStarted } from '../policies/phase-pays.js';
import { readPhases } from '../policies/terms-of-delivery.js';

export class StartPhase {
  @reference('AW', 'Award') award!: AwardRef;
  @code('Phase', { hint: 'As the terms of the scheme call it' }) phase!: Code;
}

export const startPhase = decide(delivery, StartPhase, {
  summary: 'Start a phase of a project, once the phases before it have started and the outputs that open it were accepted.',
  permission: 'phase:start',
  begins: 'named',
  ref: ({ award: ref }) => ref,
  facts: (read, { award: ref }) => readPhases(read, ref),
  refusals: {
    ...underWayRefusals,
    'phase-is-unknown': 'The terms of this award have no phase {phase}. They have: {phases}',
    'phase-is-started': '{name} has started already',
    'phase-out-of-order': '{name} comes after {before}, which has not started',
    'phase-is-not-due': '{name} does not begin before {from}',
    'phase-gate': '{name} opens once these were accepted: {missing}',
  },
  rule(state, { award: ref, phase }, { on, facts: { award, phases } }) {
    const idle = awardMustBeUnderWay(award.state);
    if (idle) return idle;
    const number = phases.findIndex((each) => each.code === phase) + 1;
    const found = phases[number - 1];
    if (!found) return refuse('phase-is-unknown', { phase, phases: phases.map((each) => each.code).join(', ') || 'none' });
    const { name, from, needs = [] } = found;
    if (isStarted(state, phase)) return refuse('phase-is-started', { name });
    const before = phases.slice(0, number - 1).find((each) => !isStarted(state, each.code));
    if (before) return refuse('phase-out-of-order', { name, before: before.name });
    if (from !== undefined && on < from) return refuse('phase-is-not-due', { name, from: showDate(from) });
    const missing = needs.filter(({ output }) => !isAccepted(state, output));
    if (missing.length > 0) return refuse('phase-gate', { name, missing: missing.map((each) => each.name).join(', ') });

    const { programme, recipient, recipientName } = present(award.state).terms;
    return [PhaseStarted({ award: ref, programme, recipient, recipientName, phase, name, number })];
  },
});
