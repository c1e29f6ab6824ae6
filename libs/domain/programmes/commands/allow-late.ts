import { date, decide, present, reference, refuse, showDate, text, type IsoDate, type OrganisationRef, type RoundRef } from '#kernel';
import { organisation } from '#domain/organisations';
import { LateApplicationAllowed } from '../round.events.js';
import { round } from '../round.js';

export class AllowLate {
  @reference('RD', 'Round') round!: RoundRef;
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @date('Until', { hint: 'The last day on which it may apply' }) until!: IsoDate;
  @text('Reason') reason!: string;
}

export const allowLate = decide(round, AllowLate, {
  summary: 'Let one body apply after a round has closed for applications, until a day and for a reason.',
  permission: 'round:late',
  ref: ({ round: ref }) => ref,
  facts: async (read, input) => ({ organisation: await read(organisation, input.organisation) }),
  refusals: {
    'round-is-closed': 'The round {name} is closed, so it takes no more applications',
    'round-takes-no-late-ones': 'The terms of {name} take no late application',
    'round-has-no-last-day': 'The round {name} takes applications while it is open, so none is late',
    'dates-backwards': '{until} is not after {closesOn}, the last day on which applications are in time',
    'day-is-past': '{until} is past already',
  },
  rule(state, { round: ref, organisation: of, until, reason }, { on, facts }) {
    const { stage, name, scheme, closesOn } = present(state);
    if (stage === 'closed') return refuse('round-is-closed', { name });
    if (scheme?.terms.intake?.late !== 'with-reason') return refuse('round-takes-no-late-ones', { name });
    if (closesOn === undefined) return refuse('round-has-no-last-day', { name });
    if (until <= closesOn) return refuse('dates-backwards', { until: showDate(until), closesOn: showDate(closesOn) });
    if (until < on) return refuse('day-is-past', { until: showDate(until) });

    return [LateApplicationAllowed({ round: ref, name, organisation: of, organisationName: present(facts.organisation.state).name, until, reason })];
  },
});
