import { toReference, type EventData } from '#kernel';
import { organisation, organisationEvents } from '#domain/organisations';
import { aRound, budget, future, spring } from '#domain/programmes/testing';
import { ApplicationNominated } from '../application.events.js';
import { application } from '../application.js';
import { ApplicationEntered, ApplicationLeft } from '../entries.events.js';
import { entries } from '../entries.js';

export const eastRiding = toReference('OR', 'OR-2012-001');
export const scarborough = toReference('OR', 'OR-2012-002');
export const amey = toReference('OR', 'OR-2012-003');
export const stranger = toReference('OR', 'OR-2012-004');
export const firstApplication = toReference('AP', 'AP-2012-001');

const registered = (name: string, type: 'unitary' | 'district' | 'company') => organisationEvents.OrganisationRegistered({ name, type });

/** A round with money, and the bodies that apply. */
export const aRoundAndBodies = aRound
  .and(organisation, eastRiding, registered('East Riding of Yorkshire Council', 'unitary'))
  .and(organisation, scarborough, registered('Scarborough Borough Council', 'district'))
  .and(organisation, amey, registered('Amey', 'company'));

export const partners = [
  { organisation: scarborough, name: 'Scarborough Borough Council', type: 'district', role: 'project-assurance' },
  { organisation: amey, name: 'Amey', type: 'company', role: 'private-partner' },
] as const;

export const nominated = ApplicationNominated({
  programme: future,
  budget,
  organisation: eastRiding,
  organisationName: 'East Riding of Yorkshire Council',
  organisationType: 'unitary',
  title: 'Shared property',
  source: 'open-call',
  partners,
});

/** As applications were entered when leavings were not kept in the register. */
export const enteredBefore = ApplicationEntered({ round: spring, application: firstApplication, organisation: eastRiding, organisationName: 'East Riding of Yorkshire Council' });
export const entered = ApplicationEntered({
  ...enteredBefore.data,
  number: 1,
  organisationType: 'unitary',
  partnerRoles: partners.map(({ role }) => ({ role })),
  eligible: true,
  flags: 0,
  bodies: 3,
});
/** East Riding's bid is decided, and the register of its round says how. */
export const left = (because: EventData<typeof ApplicationLeft>['because']) => ApplicationLeft({ round: spring, application: firstApplication, organisationName: 'East Riding of Yorkshire Council', because });

/** East Riding's bid with Scarborough and Amey, as nominated. */
export const anApplication = aRoundAndBodies.and(application, firstApplication, nominated).and(entries, spring, entered);
