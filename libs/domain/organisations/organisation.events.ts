/** Stored. Change only through organisation.history.ts. */
import { event, optional, text } from '#kernel';
import { organisationType } from './organisation-fields.js';

export const OrganisationRegistered = event('OrganisationRegistered', {
  fields: { name: text('Name'), type: organisationType, region: optional(text('Region')), identifier: optional(text('Identifier')) },
  sentence: '{name} was registered as a {type}',
});

export const NameWithheld = event('NameWithheld', {
  fields: { name: text('Name'), reason: text('Reason') },
  sentence: 'The name of {name} is withheld from what is published: {reason}',
});

export const OrganisationRenamed = event('OrganisationRenamed', {
  fields: { formerName: text('Former name'), name: text('Name') },
  sentence: '{formerName} is now called {name}',
});
