/** Stored. Change only through organisation.history.ts. */
import { date, event, optional, text } from '#kernel';
import { identifierRegister } from './identifier-register.js';
import { bodiesAsTheyStood } from './named-body.js';
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

export const OrganisationReclassified = event('OrganisationReclassified', {
  fields: { name: text('Name'), formerType: organisationType, type: organisationType, reason: text('Reason') },
  sentence: '{name}, so far a {formerType}, is now a {type}: {reason}',
});

export const IdentifierRecorded = event('IdentifierRecorded', {
  fields: { name: text('Name'), register: identifierRegister, identifier: text('Identifier'), from: optional(date('From')) },
  sentence: '{name} is {identifier} in {register}',
});

export const IdentifierEnded = event('IdentifierEnded', {
  fields: { name: text('Name'), register: identifierRegister, identifier: text('Identifier'), until: date('Until', { hint: 'The first day on which it no longer was' }), reason: text('Reason') },
  sentence: '{name} is {identifier} in {register} no longer, from {until}: {reason}',
});

/** A document's own spelling: the register keeps it beside the name, and corrects neither by the other. */
export const NamePrinted = event('NamePrinted', {
  fields: { name: text('Name as printed'), document: text('Document') },
  sentence: 'It is printed as “{name}” in {document}',
});

/** All of them: whoever is not named any more is no member any more. */
export const MembersNamed = event('MembersNamed', {
  fields: { name: text('Name'), members: bodiesAsTheyStood('Members') },
  sentence: 'The members of {name} are {members}',
});

export const OrganisationSucceeded = event('OrganisationSucceeded', {
  fields: { name: text('Name'), successors: bodiesAsTheyStood('Successors'), reason: text('Reason') },
  sentence: '{name} was succeeded by {successors}: {reason}',
});
