import { code, reference, text } from '#kernel';

/** Every event of an award's delivery says for whom and under which programme: what is delivered is listed by programme. */
export const about = {
  award: reference('AW', 'Award'),
  programme: code('Programme'),
  recipient: reference('OR', 'Recipient'),
  recipientName: text('Name of the recipient'),
};

/** What the terms ask to be delivered, as it was called there. */
export const output = { output: code('Output'), name: text('Name of the output') };
