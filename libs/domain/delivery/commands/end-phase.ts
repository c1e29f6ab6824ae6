import { code, decide, present, reference, refuse, type AwardRef, type Code } from '#kernel';
import { PhaseEnded } from '../delivery.events.js';
import { delivery } from '../delivery.js';
import { isStarted } from '../policies/phase-pays.js';
import { readPhases } from '../policies/terms-of-delivery.js';

export class EndPhase {
  @reference('AW', 'Award') award!: AwardRef;
  @code('Phase') phase!: Code;
}

export const endPhase = decide(delivery, EndPhase, {
  summary: 'Record that a phase of a project ended. What it pays stays payable.',
  permission: 'phase:start',
  ref: ({ award: ref }) => ref,
  facts: (read, { award: ref }) => readPhases(read, ref),
  refusals: {
    'phase-is-not-started': 'This award is not in a phase {phase}, so it cannot end',
    'phase-is-ended': '{name} has ended already',
  },
  rule(state, { award: ref, phase }, { facts: { award, phases } }) {
    const number = phases.findIndex((each) => each.code === phase) + 1;
    const found = phases[number - 1];
    if (!found || !isStarted(state, phase)) return refuse('phase-is-not-started', { phase });
    if (state.ended.includes(phase)) return refuse('phase-is-ended', { name: found.name });

    const { programme, recipient, recipientName } = present(award.state).terms;
    return [PhaseEnded({ award: ref, programme, recipient, recipientName, phase, name: found.name, number })];
  },
});
