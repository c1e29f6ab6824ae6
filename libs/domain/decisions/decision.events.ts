/** Stored. Change only through decision.history.ts. */
import { code, event, person, reference, text } from '#kernel';
import { verbField } from './verbs.js';

export const DecisionRecorded = event('DecisionRecorded', {
  fields: {
    award: reference('AW', 'Award'),
    decidedBy: code('Deciding body'),
    decidedByName: text('Name of the deciding body'),
    recordedBy: person('Recorded by'),
    meeting: text('Meeting'),
    item: text('Item'),
    verb: verbField,
    minute: text('Minute'),
  },
  sentence: '{decidedByName} {verb} {award} at {meeting}, item {item} (minute {minute})',
});
