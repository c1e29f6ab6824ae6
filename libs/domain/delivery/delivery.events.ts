/** Stored. Change only through delivery.history.ts. */
import { code, count, event, optional, person, text } from '#kernel';
import { about, output } from './delivery-fields.js';

/* Named first: inside an event whose sentence is a function, the compiler would leave optional fields until last. */
const period = optional(text('Period', { max: 20 }));
const phase = { phase: code('Phase'), name: text('Name of the phase'), number: count('Number', { min: 1, hint: 'Its place among the phases of the scheme' }) };

type Show = (field: 'name' | 'period') => string;
const what = (of: { readonly period?: string | undefined }, show: Show): string => `${show('name')}${of.period === undefined ? '' : ` for ${show('period')}`}`;

export const OutputSubmitted = event('OutputSubmitted', {
  fields: { ...about, ...output, period, document: text('Document'), submittedBy: person('Submitted by') },
  sentence: (data, show) => `${show('recipientName')} submitted ${what(data, show)} (${show('document')})`,
});

export const OutputAccepted = event('OutputAccepted', {
  fields: { ...about, ...output, period, acceptedBy: person('Accepted by') },
  sentence: (data, show) => `${what(data, show)} of ${show('recipientName')} was accepted`,
});

export const OutputSentBack = event('OutputSentBack', {
  fields: { ...about, ...output, period, reason: text('Reason'), sentBackBy: person('Sent back by') },
  sentence: (data, show) => `${what(data, show)} was sent back to ${show('recipientName')}: ${show('reason')}`,
});

export const PhaseStarted = event('PhaseStarted', {
  fields: { ...about, ...phase },
  sentence: 'The phase {name} of the project of {recipientName} started',
});

export const PhaseEnded = event('PhaseEnded', {
  fields: { ...about, ...phase },
  sentence: 'The phase {name} of the project of {recipientName} ended',
});
