/** Stored. Change only through assignment.history.ts. */
import { code, event, reference, text } from '#kernel';

const about = {
  award: reference('AW', 'Award'),
  programme: code('Programme'),
  recipient: reference('OR', 'Recipient'),
  recipientName: text('Name of the recipient'),
  expert: reference('EX', 'Expert'),
  title: text('What the expert does'),
};

export const ExpertAssigned = event('ExpertAssigned', {
  fields: about,
  sentence: 'Expert {expert} ({title}) was assigned to {recipientName}',
});

export const AssignmentEnded = event('AssignmentEnded', {
  fields: { ...about, reason: text('Reason') },
  sentence: 'The assignment of expert {expert} ({title}) to {recipientName} ended: {reason}',
});
