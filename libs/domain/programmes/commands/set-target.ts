import { code, decide, present, refuse, type Code } from '#kernel';
import { financialYearField } from '#domain/limits';
import { TargetSet } from '../programme.events.js';
import { programme, targetKey } from '../programme.js';
import { targetField, type Target } from '../target.js';

export class SetTarget {
  @code('Programme') programme!: Code;
  @financialYearField() financialYear!: string;
  @targetField target!: Target;
}

export const setTarget = decide(programme, SetTarget, {
  summary: 'Set what a programme is to reach in a financial year; set again, a target replaces the one before.',
  permission: 'programme:target',
  ref: ({ programme: ref }) => ref,
  refusals: { 'target-stands-already': 'The target for {financialYear} is {target} already' },
  rule(state, { programme: ref, financialYear, target }) {
    const before = present(state).targets[targetKey(financialYear, target.kind)];
    const figure = targetField.spec.show(target);
    if (before && targetField.spec.show(before) === figure) return refuse('target-stands-already', { financialYear, target: figure });

    return [TargetSet({ programme: ref, financialYear, target, ...(before ? { before } : {}) })];
  },
});
