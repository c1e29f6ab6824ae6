import { date, decide, financialYear, present, reference, refuse, showDate, type ExpertRef, type IsoDate } from '#kernel';
import { days, expertDaysLimit, held, openUnit, raiseUnit, reduceUnit, showDays } from '#domain/limits';
import { AvailabilitySet } from '../expert.events.js';
import { expert } from '../expert.js';
import { areCounted, readDays } from '../policies/days-of-an-expert.js';

export class SetAvailability {
  @reference('EX', 'Expert') expert!: ExpertRef;
  @date('From') from!: IsoDate;
  @date('Until', { hint: 'In the same financial year: the next has days of its own' }) until!: IsoDate;
  @days('Days', { hint: 'All that the expert has to give in that financial year, over all awards', orNil: true }) days!: number;
}

export const setAvailability = decide(expert, SetAvailability, {
  summary: 'Say how many days an expert has to give in a financial year, and when; said again, it replaces what was said before.',
  permission: 'pool:keep',
  ref: ({ expert: ref }) => ref,
  facts: async (read, { expert: who, from }) => ({ given: await readDays(read, who, from) }),
  refusals: {
    'expert-is-removed': 'This expert is in the pool no longer',
    'dates-backwards': '{from} is after {until}. Give the earlier day first',
    'spans-financial-years': '{from} and {until} lie in two financial years. Say it for each of them',
    'days-are-promised': '{used} of that financial year are promised or worked already, so it cannot be fewer',
  },
  rule(state, { expert: who, from, until, days: given }, { facts }) {
    const { stage, programme, title, availability } = present(state);
    if (stage === 'removed') return refuse('expert-is-removed');
    const span = { from: showDate(from), until: showDate(until) };
    if (from > until) return refuse('dates-backwards', span);
    const year = financialYear(from);
    if (financialYear(until) !== year) return refuse('spans-financial-years', span);
    const before = availability[year]?.days;
    const used = (before ?? 0) - held(facts.given, 'free');
    if (given < used) return refuse('days-are-promised', { used: showDays(used) });

    const said = AvailabilitySet({ programme, title, from, until, days: given, financialYear: year, ...(before === undefined ? {} : { before }) });
    if (!areCounted(facts.given)) return [said, openUnit(expertDaysLimit(who, year), `days of expert ${who} in ${year}`, 'DAY', 'free', given)];
    const more = given - (before ?? 0);
    const because = `availability in ${year} said again`;
    if (more > 0) return [said, raiseUnit(facts.given, 'DAY', 'free', more, because)];
    return more < 0 ? [said, reduceUnit(facts.given, 'DAY', 'free', -more, because)] : [said];
  },
});
