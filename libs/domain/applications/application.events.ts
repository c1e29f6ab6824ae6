/** Stored. Change only through application.history.ts. */
import { code, count, event, list, optional, reference, text } from '#kernel';
import { budgetLine } from '#domain/limits';
import { organisationType } from '#domain/organisations';
import { answersField } from './answers.js';
import { partnersAsTheyStood } from './partners.js';
import { route } from './route.js';
import { source } from './source.js';
import { verdicts } from './verdicts.js';

/* Named first: inside an event whose sentence is a function, the compiler would leave optional fields until last. */
const organisation = reference('OR', 'Organisation');
const organisationName = text('Name of the organisation');
const title = text('Title');
const region = optional(text('Region'));
const formVersion = optional(count('Version of the form', { min: 1 }));
const termsVersion = optional(count('Version of the terms', { min: 1 }));
const lateBecause = optional(text('Late because'));
const judged = optional(verdicts);
const reused = list('Answers that were known already', { question: code('Question') }, '{question}', { max: 80 });
const applicant = { programme: code('Programme'), budget: budgetLine, organisation, organisationName, organisationType, title };
const late = (because: string | undefined): string => (because === undefined ? '' : `, late: ${because}`);

export const ApplicationNominated = event('ApplicationNominated', {
  fields: { ...applicant, source, partners: partnersAsTheyStood, region, termsVersion, verdicts: judged, lateBecause },
  sentence: ({ partners, lateBecause: because }, show) =>
    `${show('title')} of ${show('organisationName')} was nominated by ${show('source')}${partners.length > 0 ? `, with ${show('partners')}` : ''}${late(because)}`,
});

/** What a body sent itself. Answers of before that were used again are named, and how it stood by each rule is kept with the version of the terms. */
export const ApplicationSubmitted = event('ApplicationSubmitted', {
  fields: {
    ...applicant, route, partners: partnersAsTheyStood, answers: answersField, reused, verdicts, region, formVersion, termsVersion, lateBecause,
  },
  sentence: ({ partners, lateBecause: because }, show) =>
    `${show('organisationName')} submitted ${show('title')} as ${show('route')}${partners.length > 0 ? `, with ${show('partners')}` : ''}${late(because)}`,
});

export const ApplicationReturned = event('ApplicationReturned', {
  fields: { organisationName, reason: text('What to put right') },
  sentence: 'The application was returned to {organisationName}: {reason}',
});

/** The whole application as it stands from here, so that nobody has to put it together from its parts. */
export const ApplicationResubmitted = event('ApplicationResubmitted', {
  fields: { organisationName, title, partners: partnersAsTheyStood, answers: answersField, verdicts, formVersion, termsVersion, number: count('Number', { min: 2 }), reason: text('Reason') },
  sentence: '{organisationName} sent its application again as {title} (number {number}): {reason}',
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
