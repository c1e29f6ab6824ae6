/** Stored. Change only through entries.history.ts. */
import { choice, count, event, list, optional, reference, text, yesNo } from '#kernel';
import { identifierRegister, organisationType, partnerRole } from '#domain/organisations';
import { citedAnswers } from './cited-answers.js';

const round = reference('RD', 'Round');
const application = reference('AP', 'Application');
const organisationName = text('Name of the organisation');
const version = count('Version of the terms', { min: 1 });
const [page, pages] = [count('Page', { min: 1 }), count('Pages', { min: 1 })];
const flags = count('Preferences that it does not meet');
const facts = optional(citedAnswers);
const reasons = optional(text('Reasons'));
const results = list('Results', { application, met: yesNo('Eligible'), flags, reasons }, '{application}', { max: 500 });
const document = text('Document');
const [stated, listed, bodiesListed] = [count('Applications that it states'), count('Applications in the register'), count('Bodies in the register')];
const bodiesStated = optional(count('Bodies that it states'));
const partnerRoles = optional(list('Roles of its partners', { role: partnerRole }, '{role}'));
const bodies = optional(count('Bodies in it, members of a joint body counted one by one', { min: 1 }));

export const ApplicationEntered = event('ApplicationEntered', {
  fields: {
    round,
    application,
    organisation: reference('OR', 'Organisation'),
    organisationName,
    /** Its turn. Where it stands, the register holds leavings too; entries of before issue 5 have none. */
    number: optional(count('Number', { min: 1 })),
    organisationType: optional(organisationType),
    region: optional(text('Region')),
    registers: optional(list('Registers that know it', { register: identifierRegister }, '{register}')),
    partnerRoles,
    facts,
    eligible: optional(yesNo('Eligible')),
    flags: optional(flags),
    bodies,
  },
  sentence: 'The application of {organisationName} ({application}) was entered for round {round}',
});

export const ApplicationLeft = event('ApplicationLeft', {
  fields: {
    round,
    application,
    organisationName,
    because: choice('Because', { withdrawn: 'it was withdrawn', declined: 'it was declined', 'taken-forward': 'it was taken forward', waiting: 'it waits for a place' }),
  },
  sentence: 'The application of {organisationName} ({application}) no longer waits in round {round}: {because}',
});

/** Its turn stays what it was: whoever puts a mistake right does not go to the end. */
export const ApplicationReentered = event('ApplicationReentered', {
  fields: { round, application, organisationName, title: text('Title'), partnerRoles, facts, eligible: yesNo('Eligible'), flags, bodies },
  sentence: 'The application of {organisationName} ({application}) was entered again for round {round} as {title}, in the turn that it had',
});

/** Screening under the terms in force; ten thousand bids are several of these in one append. */
export const ApplicationsScreened = event('ApplicationsScreened', {
  fields: {
    round,
    version,
    page,
    pages,
    results,
  },
  sentence: ({ results, page, pages }, show) =>
    `${results.length} applications were screened under version ${show('version')} of the terms, ${results.filter(({ met }) => met).length} of them eligible${pages > 1 ? ` (page ${page} of ${pages})` : ''}`,
});

/** What a document says of how many came, beside what the register holds: a difference is kept, not corrected. */
export const CountStated = event('CountStated', {
  fields: { round, document, stated, listed, bodiesStated, bodies: bodiesListed },
  sentence: ({ stated, listed, bodiesStated: said }, show) =>
    `${show('document')} states ${stated} applications and the register lists ${listed}${said === undefined ? '' : `; it states ${said} bodies and the register counts ${show('bodies')}`}`,
});
