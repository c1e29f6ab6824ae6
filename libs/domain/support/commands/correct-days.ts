import { count, decide, present, reference, refuse, text, type AwardRef } from '#kernel';
import { award } from '#domain/awards';
import { days, expertDaysLimit, held, limit, moveUnit, showDays } from '#domain/limits';
import { DaysCorrected } from '../days-log.events.js';
import { daysLog, entryOf } from '../days-log.js';
import { agreedRefusals, daysMustBeAgreed, readDaysOf } from '../policies/days-of-an-award.js';
import { unworkDays } from '../policies/days-of-an-expert.js';

export class CorrectDays {
  @reference('AW', 'Award') award!: AwardRef;
  @count('Number of the entry', { min: 1, hint: 'As the log counts them' }) number!: number;
  @days('Days taken back') days!: number;
  @text('Reason') reason!: string;
}

export const correctDays = decide(daysLog, CorrectDays, {
  summary: 'Take back days that were logged by mistake; the entry stays, and what it held too much is left again.',
  permission: 'days:log',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: of, number }, state) => {
    const { expert, countedIn } = entryOf(state, number) ?? {};
    return {
      award: await read(award, of),
      days: await readDaysOf(read, of),
      expert: expert !== undefined && countedIn !== undefined ? await read(limit, expertDaysLimit(expert, countedIn)) : undefined,
    };
  },
  refusals: {
    ...agreedRefusals,
    'entry-is-unknown': 'The log of this award has {entries} entries, and none with the number {number}',
    'more-than-was-logged': 'Entry {number} holds {logged}, so no more can be taken back',
  },
  rule(state, { award: of, number, days: taken, reason }, { facts: { award: found, days: limited, expert } }) {
    const unagreed = daysMustBeAgreed(found.state, limited);
    if (unagreed) return unagreed;
    const entry = entryOf(state, number);
    if (!entry) return refuse('entry-is-unknown', { number, entries: state.entries.size });
    if (taken > entry.days) return refuse('more-than-was-logged', { number, logged: showDays(entry.days) });

    const { programme, recipient, recipientName } = present(found.state).terms;
    const left = held(limited, 'left') + taken;
    const by = entry.expert ? { expert: entry.expert } : {};
    return [
      DaysCorrected({ award: of, programme, recipient, recipientName, number, days: taken, left, reason, ...by }),
      moveUnit(limited, 'DAY', 'logged', 'left', taken, `entry ${number} corrected`),
      ...(expert ? unworkDays(expert, of, taken) : []),
    ];
  },
});
