import { nil, toReference } from '#kernel';
import { aRoundAndBodies, eastRiding, scarborough } from '#domain/applications/testing';
import type { SupportTerm } from '#domain/programmes';
import { future } from '#domain/programmes/testing';
import { FrameworkJoined, FrameworkLaunched, FrameworkPlanned } from '../framework.events.js';
import { framework } from '../framework.js';
import { schemeGives } from './scheme.js';

export const firstFramework = toReference('FW', 'FW-2012-001');
export const aboutFramework = { programme: future, name: 'Energy switching' };
export const member = { organisation: eastRiding, organisationName: 'East Riding of Yorkshire Council' };
export const frameworkPlanned = FrameworkPlanned(aboutFramework);
export const frameworkLaunched = FrameworkLaunched({ ...aboutFramework, charge: nil, partners: [{ organisation: scarborough, organisationName: 'Scarborough Borough Council', role: 'auction house' }] });
export const memberJoined = FrameworkJoined({ ...aboutFramework, ...member });

export const aPlannedFramework = aRoundAndBodies.and(framework, firstFramework, frameworkPlanned);
export const aFramework = aPlannedFramework.and(framework, firstFramework, frameworkLaunched);
export const aFrameworkWithAMember = aFramework.and(framework, firstFramework, memberJoined);

/** What the scheme of the programme says about the use of a framework. */
export const schemeSays = (use: Extract<SupportTerm, { readonly kind: 'framework' }>['use'], charge = nil) => schemeGives({ kind: 'framework', use, charge });
