/** Stored. Change only through application.history.ts. */
import { code, event, reference, text } from '#kernel';
import { budgetLine } from '#domain/limits';
import { organisationType } from '#domain/organisations';
import { partnersAsTheyStood } from './partners.js';
import { source } from './source.js';

const organisation = reference('OR', 'Organisation');

export const ApplicationNominated = event('ApplicationNominated', {
  fields: {
    programme: code('Programme'),
    budget: budgetLine,
    organisation,
    organisationName: text('Name of the organisation'),
    organisationType,
    title: text('Title'),
    source,
    partners: partnersAsTheyStood,
  },
  sentence: ({ partners }, show) =>
    `${show('title')} of ${show('organisationName')} was nominated by ${show('source')}${partners.length > 0 ? `, with ${show('partners')}` : ''}`,
});

export const ApplicationWithdrawn = event('ApplicationWithdrawn', {
  fields: { organisationName: text('Name of the organisation'), reason: text('Reason') },
  sentence: '{organisationName} withdrew: {reason}',
});

export const ApplicationDeclined = event('ApplicationDeclined', {
  fields: { organisationName: text('Name of the organisation'), reason: text('Reason') },
  sentence: 'The application of {organisationName} was declined: {reason}',
});

export const ApplicationTakenForward = event('ApplicationTakenForward', {
  fields: { award: reference('AW', 'Award') },
  sentence: 'The application was taken forward as {award}',
});
