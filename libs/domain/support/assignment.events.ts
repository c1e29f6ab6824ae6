/** Stored. Change only through assignment.history.ts. */
import { code, event, optional, reference, text } from '#kernel';
import { days, financialYearField } from '#domain/limits';
import { capacityField } from './capacity.js';

/* Named first: inside an event whose sentence is a function, the compiler would leave optional fields until last. */
const promised = optional(days('Days that the expert is to give'));
const capacity = optional(capacityField);
const financialYear = optional(financialYearField('Financial year of the promise'));
const givenBack = optional(days('Days given back to the expert'));

const about = {
  award: reference('AW', 'Award'),
  programme: code('Programme'),
  recipient: reference('OR', 'Recipient'),
  recipientName: text('Name of the recipient'),
  expert: reference('EX', 'Expert'),
  title: text('What the expert does'),
};

export const ExpertAssigned = event('ExpertAssigned', {
  fields: { ...about, days: promised, capacity, financialYear },
  sentence: ({ days: given, capacity: as }, show) =>
    `Expert ${show('expert')} (${show('title')}) was assigned to ${show('recipientName')}${as ? ` as ${show('capacity')}` : ''}${given ? `, for ${show('days')}` : ''}`,
});

export const AssignmentEnded = event('AssignmentEnded', {
  fields: { ...about, reason: text('Reason'), givenBack },
  sentence: 'The assignment of expert {expert} ({title}) to {recipientName} ended: {reason}',
});
