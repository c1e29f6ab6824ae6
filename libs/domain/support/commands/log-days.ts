import { date, decide, financialYear, isRefusal, optional, present, reference, refuse, showDate, text, type AwardRef, type ExpertRef, type IsoDate } from '#kernel';
import { award } from '#domain/awards';
import { days, held, moveUnit } from '#domain/limits';
import { assignedTo, assignment } from '../assignment.js';
import { DaysLogged } from '../days-log.events.js';
import { daysLog } from '../days-log.js';
import { expert } from '../expert.js';
import { agreedRefusals, daysMustBeAgreed, leftRefusals, mustBeLeft, readDaysOf } from '../policies/days-of-an-award.js';
import { areCounted, mustBeAvailable, notAvailable, notFree, readDays, workDays } from '../policies/days-of-an-expert.js';

export class LogDays {
  @reference('AW', 'Award') award!: AwardRef;
  @days('Days') days!: number;
  @text('What was done') what!: string;
  @optional(reference('EX', 'Expert', { hint: 'Whoever worked, where they are in the pool' })) expert?: ExpertRef;
  @optional(date('Worked on', { hint: 'The last day of the work; today where nothing is said' })) workedOn?: IsoDate;
}

export const logDays = decide(daysLog, LogDays, {
  summary: 'Log days that an expert worked for an award, against the days it has.',
  permission: 'days:log',
  begins: 'named',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: of, expert: who, workedOn }, _, { on }) => ({
    award: await read(award, of),
    days: await readDaysOf(read, of),
    helper: who === undefined ? undefined : { expert: await read(expert, who), assignment: await read.ifAny(assignment, of), days: await readDays(read, who, workedOn ?? on) },
  }),
  refusals: {
    ...agreedRefusals,
    'day-is-ahead': '{workedOn} is still ahead. Log days once they are worked',
    'expert-is-not-assigned': 'This expert is not assigned to this award. Assign them first',
    ...leftRefusals,
    ...notAvailable,
    ...notFree,
  },
  rule({ entries }, { award: of, days: needed, what, expert: who, workedOn: said }, { actor, on, facts: { award: found, days: limited, helper } }) {
    const unagreed = daysMustBeAgreed(found.state, limited);
    if (unagreed) return unagreed;
    const workedOn = said ?? on;
    if (workedOn > on) return refuse('day-is-ahead', { workedOn: showDate(workedOn) });
    if (who && helper && !assignedTo(helper.assignment.state, who)) return refuse('expert-is-not-assigned');
    const over = mustBeLeft(limited, needed);
    if (over) return over;
    const away = helper && mustBeAvailable(present(helper.expert.state).availability[financialYear(workedOn)], workedOn);
    if (away) return away;
    const worked = helper && areCounted(helper.days) ? workDays(helper.days, of, needed) : undefined;
    if (isRefusal(worked)) return worked;

    const { programme, recipient, recipientName } = present(found.state).terms;
    const left = held(limited, 'left') - needed;
    const by = { ...(who ? { expert: who } : {}), ...(worked ? { financialYear: financialYear(workedOn) } : {}) };
    return [
      DaysLogged({ award: of, programme, recipient, recipientName, number: entries.size + 1, days: needed, workedOn, what, left, loggedBy: actor, ...by }),
      moveUnit(limited, 'DAY', 'left', 'logged', needed, `worked on ${workedOn}`),
      ...(worked ?? []),
    ];
  },
});
