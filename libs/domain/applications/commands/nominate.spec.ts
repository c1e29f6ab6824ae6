import { gbp, toCode } from '#kernel';
import { by } from '#kernel/testing/given';
import { organisation, organisationEvents } from '#domain/organisations';
import { round, roundEvents } from '#domain/programmes';
import { budget, future, spring } from '#domain/programmes/testing';
import { ApplicationNominated } from '../application.events.js';
import { ApplicationEntered } from '../entries.events.js';
import { aCallWith, aSubmission, begun, call, submitted } from '../testing/a-call.js';
import { amey, aRoundAndBodies, eastRiding, entered, firstApplication, nominated, scarborough, stranger } from '../testing/index.js';
import { nominate } from './nominate.js';

const nomination = {
  round: spring,
  organisation: eastRiding,
  title: 'Shared property',
  source: 'open-call',
  partners: [{ organisation: scarborough, role: 'project-assurance' }, { organisation: amey, role: 'private-partner' }],
};
const officer = by('officer', '2012-04-20');

describe('nominating a project', () => {
  it('is refused to a recipient that does not lead it, partner or stranger', async () => {
    await aRoundAndBodies.when(nominate, nomination, { ...officer, actsFor: stranger }).thenRefused('acts-for-another-body', { actsFor: stranger });
    await aRoundAndBodies.when(nominate, nomination, { ...officer, actsFor: amey }).thenRefused('acts-for-another-body', { actsFor: amey });
    await aRoundAndBodies.when(nominate, nomination, { ...officer, actsFor: eastRiding }).then(nominated, entered);
  });

  it('is refused when the round is closed', () =>
    aRoundAndBodies
      .and(round, spring, roundEvents.RoundClosed({ programme: future, name: 'Spring 2012', budget, returned: gbp(0) }))
      .when(nominate, nomination, officer)
      .thenRefused('round-is-closed', { name: 'Spring 2012' }));

  it('is refused to an officer too, of a body that is not on a closed list or whose bid waits already', async () => {
    const bid = { ...nomination, round: call };
    const name = 'East Riding of Yorkshire Council';
    await aCallWith({ eligibility: [], intake: { kind: 'invited-bids', late: 'never', again: 'never' } }).when(nominate, bid, officer).thenRefused('not-invited', { body: name, name: 'Homes' });
    await aSubmission.when(nominate, bid, officer).thenRefused('applied-already', { body: name, application: firstApplication });
  });

  it('is refused when the lead is a partner too', () =>
    aRoundAndBodies
      .when(nominate, { ...nomination, partners: [{ organisation: eastRiding, role: 'joint-applicant' }] }, officer)
      .thenRefused('partner-is-the-lead', { name: 'East Riding of Yorkshire Council' }));

  it('is refused when a partner is named twice', () =>
    aRoundAndBodies
      .when(nominate, { ...nomination, partners: [...nomination.partners, { organisation: scarborough, role: 'joint-applicant' }] }, officer)
      .thenRefused('partner-is-named-twice', { name: 'Scarborough Borough Council' }));

  it('needs a partner that is registered', () =>
    aRoundAndBodies.when(nominate, { ...nomination, partners: [{ organisation: 'OR-2012-009', role: 'managed-by' }] }, officer).thenNotFound());

  it('is refused to a recipient where bodies apply by a form, and left to officers', async () => {
    const open = aCallWith({ eligibility: undefined });
    await open.when(nominate, { ...nomination, round: call }, { ...officer, actsFor: eastRiding }).thenRefused('is-by-application', { name: 'Homes' });
    await open.when(nominate, { ...nomination, round: call }, officer).then(
      ApplicationNominated({ ...nominated.data, budget: submitted.data.budget, termsVersion: 1 }),
      ApplicationEntered({ ...entered.data, round: call }),
      begun,
    );
  });

  it('is refused outside the dates of the round', async () => {
    const open = aCallWith({ eligibility: undefined });
    await open.when(nominate, { ...nomination, round: call }, by('officer', '2012-03-31')).thenRefused('not-open-yet');
    await open.when(nominate, { ...nomination, round: call }, by('officer', '2012-05-01')).thenRefused('closed-on');
  });

  it('is refused when a rule of the terms is not met, with the rule and its version', () => {
    const rule = { kind: 'type-of-body', code: toCode('DISTRICTS'), effect: 'refuses', types: [{ type: 'district' }] } as const;
    return aCallWith({ eligibility: [rule] })
      .when(nominate, { ...nomination, round: call }, officer)
      .thenRefused('not-eligible', { rule: 'DISTRICTS', version: 1, reason: 'It is a unitary council, and the rule asks for a district council' });
  });

  it('keeps the names and types of lead and partners as they stood, and enters it for the round', () =>
    aRoundAndBodies.when(nominate, nomination, officer).then(nominated, entered));

  it('uses the name that a partner has now', () =>
    aRoundAndBodies
      .and(organisation, scarborough, organisationEvents.OrganisationRenamed({ formerName: 'Scarborough Borough Council', name: 'Scarborough' }))
      .when(nominate, nomination, officer)
      .then(ApplicationNominated({ ...nominated.data, partners: nominated.data.partners.map((each) => (each.organisation === scarborough ? { ...each, name: 'Scarborough' } : each)) }), entered));

  it('needs no partners', () => {
    const { partners: _, ...alone } = nomination;
    return aRoundAndBodies.when(nominate, alone, officer).then(ApplicationNominated({ ...nominated.data, partners: [] }), ApplicationEntered({ ...entered.data, partnerRoles: [], bodies: 1 }));
  });

  it('reads in the timeline with its partners, or without', () => {
    expect(ApplicationNominated.say(nominated.data)).toBe(
      'Shared property of East Riding of Yorkshire Council was nominated by an open call, with Scarborough Borough Council (project assurance), Amey (private partner)',
    );
    expect(ApplicationNominated.say({ ...nominated.data, partners: [] })).toBe('Shared property of East Riding of Yorkshire Council was nominated by an open call');
  });
});
