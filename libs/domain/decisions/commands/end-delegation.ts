import { code, decide, present, refuse, showDate, text, type Code } from '#kernel';
import { DelegationEnded } from '../body.events.js';
import { body, delegationOn } from '../body.js';

export class EndDelegation {
  @code('Body') body!: Code;
  @text('Minute', { hint: 'Where its end is written down' }) minute!: string;
}

export const endDelegation = decide(body, EndDelegation, {
  summary: 'End a body’s delegation; today is its last day.',
  permission: 'authority:delegate',
  ref: ({ body: ref }) => ref,
  refusals: { 'delegation-is-not-in-force': '{name} has no delegation in force on {on}' },
  rule(state, { minute }, { on }) {
    const { name } = present(state);
    const inForce = delegationOn(state, on);
    if (!inForce) return refuse('delegation-is-not-in-force', { name, on: showDate(on) });

    return [DelegationEnded({ number: inForce.number, name, endsOn: on, minute })];
  },
});
