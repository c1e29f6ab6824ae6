import { decide, optional, present, reference, refuse, text, type AwardRef } from '#kernel';
import { award } from '#domain/awards';
import { days, held, moveUnit } from '#domain/limits';
import { DaysReleased } from '../days-log.events.js';
import { daysLog } from '../days-log.js';
import { agreedRefusals, daysMustBeAgreed, leftRefusals, mustBeLeft, readDaysOf } from '../policies/days-of-an-award.js';

export class ReleaseDays {
  @reference('AW', 'Award') award!: AwardRef;
  @optional(days('Days', { hint: 'All that are left where nothing is said' })) days?: number;
  @text('Reason') reason!: string;
}

export const releaseDays = decide(daysLog, ReleaseDays, {
  summary: 'Release days that an award will not use.',
  permission: 'days:log',
  begins: 'named',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: of }) => ({ award: await read(award, of), days: await readDaysOf(read, of) }),
  refusals: {
    ...agreedRefusals,
    'no-days-are-left': 'This award has no days left to release',
    ...leftRefusals,
  },
  rule(_, { award: of, days: asked, reason }, { facts: { award: found, days: limited } }) {
    const unagreed = daysMustBeAgreed(found.state, limited);
    if (unagreed) return unagreed;
    const there = held(limited, 'left');
    if (there === 0) return refuse('no-days-are-left');
    const released = asked ?? there;
    const over = mustBeLeft(limited, released);
    if (over) return over;

    const { programme, recipient, recipientName } = present(found.state).terms;
    return [
      DaysReleased({ award: of, programme, recipient, recipientName, days: released, left: there - released, reason }),
      moveUnit(limited, 'DAY', 'left', 'released', released, 'released'),
    ];
  },
});
