import { decide, present, reference, refuse, text, type AwardRef, type ExpertRef } from '#kernel';
import { award } from '#domain/awards';
import { expertDaysLimit, held, limit } from '#domain/limits';
import { AssignmentEnded } from '../assignment.events.js';
import { assignedTo, assignment } from '../assignment.js';
import { expert } from '../expert.js';
import { giveDaysBack } from '../policies/days-of-an-expert.js';

export class EndAssignment {
  @reference('AW', 'Award') award!: AwardRef;
  @reference('EX', 'Expert') expert!: ExpertRef;
  @text('Reason') reason!: string;
}

export const endAssignment = decide(assignment, EndAssignment, {
  summary: 'End an expert’s work for an award, because it is done or another takes it on; days that were promised and not worked are free again.',
  permission: 'expert:assign',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: of, expert: who }, state) => {
    const promisedIn = assignedTo(state, who)?.promisedIn;
    return {
      award: await read(award, of),
      expert: await read(expert, who),
      days: promisedIn === undefined ? undefined : await read(limit, expertDaysLimit(who, promisedIn)),
    };
  },
  refusals: { 'expert-is-not-assigned': 'This expert is not assigned to this award' },
  rule(state, { award: of, expert: who, reason }, { facts: { award: found, expert: helper, days } }) {
    if (!assignedTo(state, who)) return refuse('expert-is-not-assigned');

    const { programme, recipient, recipientName } = present(found.state).terms;
    const unused = days ? held(days, of) : 0;
    return [
      AssignmentEnded({ award: of, programme, recipient, recipientName, expert: who, title: present(helper.state).title, reason, ...(unused > 0 ? { givenBack: unused } : {}) }),
      ...(days ? giveDaysBack(days, of) : []),
    ];
  },
});
