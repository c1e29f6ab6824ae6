/** Stored. Change only through advice.history.ts. */
import { code, event, optional, reference, text } from '#kernel';
import { days, financialYearField } from '#domain/limits';
import { severalBodies } from './several-bodies.js';

const organisation = optional(reference('OR', 'Organisation'));
const organisationName = optional(text('Name of the organisation'));
const expert = optional(reference('EX', 'Expert'));
const spent = optional(days('Days'));
const financialYear = optional(financialYearField('Financial year whose days of the expert were used'));
const bodies = optional(severalBodies);

/** Help that needs no award: nothing is committed by it. */
export const AdviceGiven = event('AdviceGiven', {
  fields: { programme: code('Programme'), topic: text('On what'), organisation, organisationName, bodies, expert, days: spent, financialYear },
  sentence: ({ organisation: one, days: took }, show) => `Advice on ${show('topic')} was given to ${one ? show('organisationName') : show('bodies')}${took ? `, ${show('days')} of it` : ''}, without an award`,
});
