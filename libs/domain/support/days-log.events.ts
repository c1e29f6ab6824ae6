/** Stored. Change only through days-log.history.ts. */
import { code, count, date, event, optional, person, reference, text } from '#kernel';
import { days, financialYearField } from '#domain/limits';

const expert = optional(reference('EX', 'Expert'));
const financialYear = optional(financialYearField('Financial year whose days of the expert were used'));
const about = { award: reference('AW', 'Award'), programme: code('Programme'), recipient: reference('OR', 'Recipient'), recipientName: text('Name of the recipient') };
const left = days('Days left of the award', { orNil: true });
const number = count('Number of the entry', { min: 1 });

/** Time is not money: an event about days carries none, so that nobody adds the two up. */
export const DaysLogged = event('DaysLogged', {
  fields: { ...about, number, days: days('Days'), workedOn: date('Worked on'), what: text('What was done'), left, loggedBy: person('Logged by'), expert, financialYear },
  sentence: ({ expert: who }, show) =>
    `${show('days')} of help for ${show('recipientName')} were logged as entry ${show('number')}, worked on ${show('workedOn')}${who ? ` by expert ${show('expert')}` : ''}: ${show('what')}. Left: ${show('left')}`,
});

export const DaysCorrected = event('DaysCorrected', {
  fields: { ...about, number, days: days('Days taken back'), left, reason: text('Reason'), expert },
  sentence: '{days} of entry {number} for {recipientName} were logged by mistake and are left again: {reason}. Left: {left}',
});

export const DaysReleased = event('DaysReleased', {
  fields: { ...about, days: days('Days released'), left, reason: text('Reason') },
  sentence: '{recipientName} needs {days} no longer: {reason}. Left: {left}',
});
