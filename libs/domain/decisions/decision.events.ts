/** Stored. Change only through decision.history.ts. */
import { code, event, optional, person, reference, text } from '#kernel';
import { verbField } from './verbs.js';

/* Named first: inside an event whose sentence is a function, the compiler would leave optional fields until last. */
const alsoVerb = optional(verbField);

/** Who decided, as minutes name it, and where they say so. */
const minuted = {
  decidedBy: code('Deciding body'),
  decidedByName: text('Name of the deciding body'),
  recordedBy: person('Recorded by'),
  meeting: text('Meeting'),
  item: text('Item'),
  verb: verbField,
  minute: text('Minute'),
};

export const DecisionRecorded = event('DecisionRecorded', {
  fields: { award: reference('AW', 'Award'), ...minuted },
  sentence: '{decidedByName} {verb} {award} at {meeting}, item {item} (minute {minute})',
});

/** About a programme as a whole, which gives no award its money whatever the verb. */
export const ProgrammeDecisionRecorded = event('ProgrammeDecisionRecorded', {
  fields: { programme: code('Programme'), ...minuted, alsoVerb },
  sentence: ({ alsoVerb: also }, show) =>
    `${show('decidedByName')} ${show('verb')}${also ? ` and ${show('alsoVerb')}` : ''} ${show('programme')} at ${show('meeting')}, item ${show('item')} (minute ${show('minute')})`,
});
