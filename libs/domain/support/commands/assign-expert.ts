import { decide, present, reference, refuse, type AwardRef, type ExpertRef } from '#kernel';
import { award } from '#domain/awards';
import { interests } from '#domain/programmes';
import { ExpertAssigned } from '../assignment.events.js';
import { assignment } from '../assignment.js';
import { expert } from '../expert.js';

export class AssignExpert {
  @reference('AW', 'Award') award!: AwardRef;
  @reference('EX', 'Expert') expert!: ExpertRef;
}

export const assignExpert = decide(assignment, AssignExpert, {
  summary: 'Assign an expert of the programme’s pool to an award.',
  permission: 'expert:assign',
  begins: 'named',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: to, expert: who }) => {
    const found = await read(award, to);
    return { award: found, expert: await read(expert, who), interests: await read.ifAny(interests, present(found.state).terms.budget.round) };
  },
  refusals: {
    'award-takes-no-expert': 'This award is {stage}. Experts help from its approval until it ends',
    'expert-is-not-in-the-pool': 'This expert is not in the pool of {programme}. Add them to it, or choose another',
    'expert-is-assigned-already': 'This expert is assigned to this award already',
    'expert-has-an-interest': 'This expert declared an interest in the round of this award, so another must help it',
  },
  rule({ experts }, { award: to, expert: who }, { facts: { award: of, expert: found, interests: declared } }) {
    const { stage, terms } = present(of.state);
    if (stage !== 'approved' && stage !== 'offered' && stage !== 'agreed') return refuse('award-takes-no-expert', { stage });
    const { programme, recipient, recipientName } = terms;
    const helper = present(found.state);
    if (helper.stage === 'removed' || helper.programme !== programme) return refuse('expert-is-not-in-the-pool', { programme });
    if (experts.includes(who)) return refuse('expert-is-assigned-already');
    if (helper.person && declared.state.barred.includes(helper.person)) return refuse('expert-has-an-interest');

    return [ExpertAssigned({ award: to, programme, recipient, recipientName, expert: who, title: helper.title })];
  },
});
