/** Stored. Change only through profile.history.ts. */
import { event, reference, text } from '#kernel';
import { answersField } from './answers.js';

const organisation = reference('OR', 'Organisation');
const organisationName = text('Name of the organisation');
const from = reference('AP', 'Application');

/** What a body told us in an application and need not tell us again: only what is new or differs from what was kept. */
export const AnswersKept = event('AnswersKept', {
  fields: { organisation, organisationName, answers: answersField, from },
  sentence: ({ answers }, show) => `${answers.length === 1 ? 'One answer' : `${answers.length} answers`} of ${show('organisationName')} in ${show('from')} ${answers.length === 1 ? 'was' : 'were'} kept for its next application`,
});
