import { decide, present, reference, refuse, text, type AwardRef, type ExpertRef } from '#kernel';
import { award } from '#domain/awards';
import { AssignmentEnded } from '../assignment.events.js';
import { assignment } from '../assignment.js';
import { expert } from '../expert.js';

export class EndAssignment {
  @reference('AW', 'Award') award!: AwardRef;
  @reference('EX', 'Expert') expert!: ExpertRef;
  @text('Reason') reason!: string;
}

export const endAssignment = decide(assignment, EndAssignment, {
  summary: 'End an expert’s work for an award, because it is done or another takes it on.',
  permission: 'expert:assign',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: of, expert: who }) => ({ award: await read(award, of), expert: await read(expert, who) }),
  refusals: { 'expert-is-not-assigned': 'This expert is not assigned to this award' },
  rule({ experts }, { award: of, expert: who, reason }, { facts }) {
    if (!experts.includes(who)) return refuse('expert-is-not-assigned');

    const { programme, recipient, recipientName } = present(facts.award.state).terms;
    return [AssignmentEnded({ award: of, programme, recipient, recipientName, expert: who, title: present(facts.expert.state).title, reason })];
  },
});
