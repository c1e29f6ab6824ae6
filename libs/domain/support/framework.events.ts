/** Stored. Change only through framework.history.ts. */
import { code, count, date, event, list, money, optional, reference, text } from '#kernel';
import { qualifier } from '#domain/limits';

const about = { programme: code('Programme'), name: text('Name of the framework') };
const body = { organisation: reference('OR', 'Organisation'), organisationName: text('Name of the organisation') };
const partners = list('Partners', { ...body, role: text('Role') }, '{organisationName} ({role})', { max: 50 });
const launchesOn = optional(date('To be launched on'));
const value = optional(money('Value'));

export const FrameworkPlanned = event('FrameworkPlanned', {
  fields: { ...about, launchesOn },
  sentence: ({ launchesOn: on }, show) => `The framework ${show('name')} of ${show('programme')} was planned${on ? `, to be launched on ${show('launchesOn')}` : ''}`,
});

/** Names as they stood. The charge is what a body pays for the use of it, which may be nothing. */
export const FrameworkLaunched = event('FrameworkLaunched', {
  fields: { ...about, partners, charge: money('Charge for its use', { orNil: true }) },
  sentence: ({ partners: those }, show) => `The framework ${show('name')} was launched${those.length > 0 ? ` with ${show('partners')}` : ''}, at a charge of ${show('charge')}`,
});

export const FrameworkJoined = event('FrameworkJoined', {
  fields: { ...about, ...body },
  sentence: '{organisationName} joined the framework {name}',
});

export const FrameworkLeft = event('FrameworkLeft', {
  fields: { ...about, ...body, reason: text('Reason') },
  sentence: '{organisationName} left the framework {name}: {reason}',
});

/** What a body bought is its own money, and never counted with ours. */
export const CallOffMade = event('CallOffMade', {
  fields: { ...about, ...body, number: count('Number of the call-off', { min: 1 }), what: text('What was called off'), value },
  sentence: ({ value: worth }, show) => `${show('organisationName')} called off from the framework ${show('name')}: ${show('what')}${worth ? `, worth ${show('value')}` : ''}`,
});

/** A figure for each person, as somebody reported it, and what it comes to: a derived sum, no money of ours. */
export const OutcomePerPersonReported = event('OutcomePerPersonReported', {
  fields: { ...about, people: count('People', { min: 1, max: 100_000_000 }), qualifier, each: money('For each of them'), period: text('Period'), total: money('In all'), document: text('Document') },
  sentence: '{people} people gained {qualifier} {each} each through the framework {name} ({period}), {total} in all: {document}',
});
