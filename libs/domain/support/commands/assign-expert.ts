import { decide, financialYear, isRefusal, optional, present, reference, refuse, type AwardRef, type ExpertRef } from '#kernel';
import { award } from '#domain/awards';
import { days } from '#domain/limits';
import { interests } from '#domain/programmes';
import { ExpertAssigned } from '../assignment.events.js';
import { assignedTo, assignment } from '../assignment.js';
import { capacityField, type Capacity } from '../capacity.js';
import { expert } from '../expert.js';
import { areCounted, notFree, promiseDays, readDays } from '../policies/days-of-an-expert.js';

export class AssignExpert {
  @reference('AW', 'Award') award!: AwardRef;
  @reference('EX', 'Expert') expert!: ExpertRef;
  @optional(days('Days', { hint: 'What the expert promises this award. Where it is known how many they have, so many are kept for it' })) days?: number;
  @optional(capacityField) capacity?: Capacity;
}

export const assignExpert = decide(assignment, AssignExpert, {
  summary: 'Assign an expert or a mentor of the programme’s pool to an award.',
  permission: 'expert:assign',
  begins: 'named',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: to, expert: who, days: needed }, _, { on }) => {
    const found = await read(award, to);
    return {
      award: found,
      expert: await read(expert, who),
      interests: await read.ifAny(interests, present(found.state).terms.budget.round),
      days: needed === undefined ? undefined : await readDays(read, who, on),
    };
  },
  refusals: {
    'award-takes-no-expert': 'This award is {stage}. Experts help from its approval until it ends',
    'expert-is-not-in-the-pool': 'This expert is not in the pool of {programme}. Add them to it, or choose another',
    'expert-is-assigned-already': 'This expert is assigned to this award already',
    'expert-has-an-interest': 'This expert declared an interest in the round of this award, so another must help it',
    ...notFree,
  },
  rule(state, { award: to, expert: who, days: needed = 0, capacity }, { on, facts: { award: of, expert: found, interests: declared, days: given } }) {
    const { stage, terms } = present(of.state);
    if (stage !== 'approved' && stage !== 'offered' && stage !== 'agreed') return refuse('award-takes-no-expert', { stage });
    const { programme, recipient, recipientName } = terms;
    const helper = present(found.state);
    if (helper.stage === 'removed' || helper.programme !== programme) return refuse('expert-is-not-in-the-pool', { programme });
    if (assignedTo(state, who)) return refuse('expert-is-assigned-already');
    if (helper.person && declared.state.barred.includes(helper.person)) return refuse('expert-has-an-interest');
    const promised = given && areCounted(given) ? promiseDays(given, to, needed) : undefined;
    if (isRefusal(promised)) return promised;

    const said = { ...(needed > 0 ? { days: needed } : {}), ...(capacity ? { capacity } : {}), ...(promised ? { financialYear: financialYear(on) } : {}) };
    return [ExpertAssigned({ award: to, programme, recipient, recipientName, expert: who, title: helper.title, ...said }), ...(promised ?? [])];
  },
});
