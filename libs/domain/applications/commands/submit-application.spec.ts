import { toCode, toDate, toReference } from '#kernel';
import { by } from '#kernel/testing/given';
import { organisation, organisationEvents } from '#domain/organisations';
import { round, roundEvents } from '#domain/programmes';
import { spring } from '#domain/programmes/testing';
import { ApplicationSubmitted } from '../application.events.js';
import { ApplicationEntered, ApplicationLeft } from '../entries.events.js';
import { entries } from '../entries.js';
import { AnswersKept } from '../profile.events.js';
import { profile } from '../profile.js';
import { accuracy, aCall, aCallWith, answers, aSubmission, begun, call, enteredForCall, form, homes, keptAnswers, submitted, summary } from '../testing/a-call.js';
import { amey, eastRiding, firstApplication, scarborough, stranger } from '../testing/index.js';
import { submitApplication } from './submit-application.js';

const bid = { round: call, organisation: eastRiding, title: 'Homes on the quay', answers };
const applicant = { ...by('recipient', '2012-04-20'), actsFor: eastRiding };
const officer = by('officer', '2012-05-02');
const declaration = answers[1];
const secondApplication = toReference('AP', 'AP-2012-001');

describe('submitting an application', () => {
  it('is refused to whoever acts for another body than its lead', () =>
    aCall.when(submitApplication, bid, { ...applicant, actsFor: stranger }).thenRefused('acts-for-another-body'));

  it('is refused where officers nominate', async () => {
    await aCall.when(submitApplication, { ...bid, round: spring }, applicant).thenRefused('is-not-by-application', { name: 'Spring 2012' });
    await aCallWith({ intake: { kind: 'nomination', late: 'never', again: 'never' } }).when(submitApplication, bid, applicant).thenRefused('is-not-by-application');
  });

  it('is refused when the round is closed', () =>
    aCall
      .and(round, call, roundEvents.RoundClosed({ programme: toCode('FUTURE'), name: 'Homes', budget: submitted.data.budget, returned: { minor: 0, currency: 'GBP' } }))
      .when(submitApplication, bid, applicant)
      .thenRefused('round-is-closed'));

  it('is refused before the day on which the round opens', () =>
    aCall.when(submitApplication, bid, { ...applicant, ...by('recipient', '2012-03-31') }).thenRefused('not-open-yet', { opensOn: '1 April 2012' }));

  it('is refused after the last day, whatever reason the body gives itself', async () => {
    await aCall.when(submitApplication, bid, { ...applicant, ...by('recipient', '2012-05-01') }).thenRefused('closed-on', { closesOn: '30 April 2012' });
    await aCall.when(submitApplication, { ...bid, lateBecause: 'Flood' }, { ...applicant, ...by('recipient', '2012-05-01') }).thenRefused('closed-on');
    await aCallWith({ intake: { kind: 'open-call', late: 'never', again: 'never' } }).when(submitApplication, { ...bid, lateBecause: 'Flood' }, officer).thenRefused('closed-on');
  });

  it('is taken late for a reason that an officer gives, where the terms take one', () =>
    aCall
      .when(submitApplication, { ...bid, lateBecause: 'The post office was flooded' }, officer)
      .then(ApplicationSubmitted({ ...submitted.data, lateBecause: 'The post office was flooded' }), enteredForCall, keptAnswers, begun));

  it('is taken late from a body that was allowed to, until the day that was set', async () => {
    const allowed = aCall.and(round, call, roundEvents.LateApplicationAllowed({ round: call, name: 'Homes', organisation: eastRiding, organisationName: 'East Riding', until: toDate('2012-05-05'), reason: 'Flood' }));
    await allowed
      .when(submitApplication, bid, { ...applicant, ...by('recipient', '2012-05-05') })
      .then(ApplicationSubmitted({ ...submitted.data, lateBecause: 'it was allowed beforehand' }), enteredForCall, keptAnswers, begun);
    await allowed.when(submitApplication, bid, { ...applicant, ...by('recipient', '2012-05-06') }).thenRefused('closed-on');
  });

  it('is refused to a body that was not invited, where the list is closed', async () => {
    const invited = aCallWith({ intake: { kind: 'invited-bids', late: 'never', again: 'never' } });
    await invited.when(submitApplication, bid, applicant).thenRefused('not-invited', { body: 'East Riding of Yorkshire Council' });
    await invited
      .and(round, call, roundEvents.BodiesInvited({ round: call, name: 'Homes', bodies: [{ organisation: eastRiding, name: 'East Riding of Yorkshire Council' }] }))
      .when(submitApplication, bid, applicant)
      .then(ApplicationSubmitted({ ...submitted.data, route: 'invited-bids' }), enteredForCall, keptAnswers, begun);
  });

  it('is refused while an earlier bid of the body waits, and taken once that was withdrawn', async () => {
    await aSubmission.when(submitApplication, bid, applicant).thenRefused('applied-already', { application: firstApplication });
    await aSubmission
      .and(entries, call, ApplicationLeft({ round: call, application: firstApplication, organisationName: 'East Riding of Yorkshire Council', because: 'withdrawn' }))
      .when(submitApplication, bid, applicant)
      .then(ApplicationSubmitted({ ...submitted.data, reused: [{ question: homes }] }), ApplicationEntered({ ...enteredForCall.data, number: 2, application: secondApplication }));
  });

  it('is refused when the lead is a partner too, or a partner is named twice', async () => {
    await aCall.when(submitApplication, { ...bid, partners: [{ organisation: eastRiding, role: 'partner' }] }, applicant).thenRefused('partner-is-the-lead');
    const twice = [{ organisation: amey, role: 'partner' }, { organisation: amey, role: 'managed-by' }];
    await aCall.when(submitApplication, { ...bid, partners: twice }, applicant).thenRefused('partner-is-named-twice', { name: 'Amey' });
  });

  it('is refused when an answer is missing or does not fit its question', async () => {
    await aCall.when(submitApplication, { ...bid, answers: [declaration] }, applicant).thenRefused('answer-is-missing', { ask: 'How many homes would be built?' });
    const long = { question: summary, answer: { kind: 'text', words: 'A great many words on what would be done, and why' } };
    await aCall.when(submitApplication, { ...bid, answers: [...answers, long] }, applicant).thenRefused('answer-is-too-long', { length: 49, limit: 40 });
  });

  it('is refused where another version of the form was answered than the one in force, and taken where that one was', async () => {
    const changed = aCall.and(round, call, roundEvents.FormSet({ round: call, name: 'Homes', version: 2, questions: form }));
    await changed.when(submitApplication, { ...bid, formVersion: 1 }, applicant).thenRefused('form-has-changed', { name: 'Homes', answered: 1, version: 2 });
    await changed.when(submitApplication, { ...bid, formVersion: 2 }, applicant).then(ApplicationSubmitted({ ...submitted.data, formVersion: 2 }), enteredForCall, keptAnswers, begun);
  });

  it('is refused when a rule is not met that refuses, with the rule, its version and why', () =>
    aCall
      .when(submitApplication, { ...bid, answers: [{ question: homes, answer: { kind: 'number', number: 99 } }, declaration] }, applicant)
      .thenRefused('not-eligible', { rule: 'AT-LEAST', version: 1, reason: 'The answer to homes is 99, and the rule asks for at least 100' }));

  it('is taken when only a preference is not met, which is noted', () =>
    aCall.when(submitApplication, { ...bid, answers: [{ question: homes, answer: { kind: 'number', number: 100 } }, declaration] }, applicant).then(
      ApplicationSubmitted({
        ...submitted.data,
        answers: [{ question: homes, answer: { kind: 'number', number: 100 } }, declaration],
        verdicts: submitted.data.verdicts.map((each, i) => ({ ...each, met: i === 0, reason: each.reason.replace('600', '100') })),
      }),
      ApplicationEntered({ ...enteredForCall.data, facts: [{ question: homes, number: 100 }, { question: accuracy, option: toCode('declared') }], flags: 1 }),
      AnswersKept({ ...keptAnswers.data, answers: [{ question: homes, answer: { kind: 'number', number: 100 } }] }),
      begun,
    ));

  it('uses again what the body told before, and asks for a declaration anew', async () => {
    const told = aCall.and(profile, eastRiding, keptAnswers);
    await told
      .when(submitApplication, { ...bid, answers: [declaration] }, applicant)
      .then(ApplicationSubmitted({ ...submitted.data, answers: [declaration, answers[0]], reused: [{ question: homes }] }), ApplicationEntered({ ...enteredForCall.data, facts: [...(enteredForCall.data.facts ?? [])].reverse() }), begun);
    await told.when(submitApplication, { ...bid, answers: [answers[0]] }, applicant).thenRefused('answer-is-missing', { ask: 'Is what you say true?' });
  });

  it('counts a joint body as those who make it up, and nobody twice', () =>
    aCall
      .and(organisation, eastRiding, organisationEvents.MembersNamed({ name: 'East Riding of Yorkshire Council', members: [{ organisation: scarborough, name: 'Scarborough' }, { organisation: stranger, name: 'Hull' }] }))
      .when(submitApplication, { ...bid, partners: [{ organisation: scarborough, role: 'partner' }] }, applicant)
      .then(
        ApplicationSubmitted({ ...submitted.data, partners: [{ organisation: scarborough, name: 'Scarborough Borough Council', type: 'district', role: 'partner' }] }),
        ApplicationEntered({ ...enteredForCall.data, partnerRoles: [{ role: 'partner' }], bodies: 2 }),
        keptAnswers,
        begun,
      ));

  it('needs a round and a body that exist', () => aCall.when(submitApplication, { ...bid, organisation: 'OR-2012-009' }, by('officer', '2012-04-20')).thenNotFound());

  it('reads in the timeline with how it came', () =>
    expect(ApplicationSubmitted.say({ ...submitted.data, lateBecause: 'flood' })).toBe('East Riding of Yorkshire Council submitted Homes on the quay as a bid in an open call, late: flood'));
});
