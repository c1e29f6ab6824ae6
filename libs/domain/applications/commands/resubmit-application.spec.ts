import { gbp, toCode } from '#kernel';
import { by } from '#kernel/testing/given';
import { round, roundEvents } from '#domain/programmes';
import { ApplicationResubmitted, ApplicationReturned, ApplicationWithdrawn } from '../application.events.js';
import { application } from '../application.js';
import { ApplicationReentered } from '../entries.events.js';
import { AnswersKept } from '../profile.events.js';
import { answers, aSubmission, call, enteredForCall, homes, keptAnswers, opened, submitted } from '../testing/a-call.js';
import { amey, eastRiding, firstApplication, stranger } from '../testing/index.js';
import { resubmitApplication } from './resubmit-application.js';

const again = { application: firstApplication, title: 'More homes on the quay', reason: 'A second site was found' };
const applicant = { ...by('recipient', '2012-04-25'), actsFor: eastRiding };
const late = { ...applicant, ...by('recipient', '2012-05-02') };
const name = 'East Riding of Yorkshire Council';
const resent = ApplicationResubmitted({
  organisationName: name, title: again.title, partners: [], answers, verdicts: submitted.data.verdicts, formVersion: 1, termsVersion: 1, number: 2, reason: again.reason,
});
const reentered = ApplicationReentered({
  round: call, application: firstApplication, organisationName: name, title: again.title, partnerRoles: [], facts: enteredForCall.data.facts, eligible: true, flags: 0, bodies: 1,
});
const returned = aSubmission.and(application, firstApplication, ApplicationReturned({ organisationName: name, reason: 'The total is wrong' }));
const scored = [roundEvents.CriteriaSet({ round: call, name: 'Homes', criteria: [{ code: toCode('value'), name: 'Value', weight: 100 }], highestScore: 5 }), roundEvents.ScoringBegun({ round: call, name: 'Homes' })] as const;

describe('sending an application again', () => {
  it('is refused to whoever acts for another body', () => aSubmission.when(resubmitApplication, again, { ...applicant, actsFor: stranger }).thenRefused('acts-for-another-body'));

  it('is refused once it was decided', () =>
    aSubmission
      .and(application, firstApplication, ApplicationWithdrawn({ organisationName: name, reason: 'No money' }))
      .when(resubmitApplication, again, applicant)
      .thenRefused('application-is-decided', { outcome: 'withdrawn' }));

  it('is refused once applications of the round are scored, unless it was returned: nobody has scored that one', async () => {
    await aSubmission.and(round, call, ...scored).when(resubmitApplication, again, applicant).thenRefused('scoring-has-begun', { name: 'Homes' });
    await returned.and(round, call, ...scored).when(resubmitApplication, again, applicant).then(resent, reentered);
  });

  it('is refused where what was sent stands, unless it was returned', async () => {
    const stands = { kind: 'open-call', late: 'never', again: 'never' } as const;
    await aSubmission.and(round, call, opened({ intake: stands })).when(resubmitApplication, again, applicant).thenRefused('sent-again-not-taken');
    await returned.and(round, call, opened({ intake: stands })).when(resubmitApplication, again, applicant).then(resent, reentered);
  });

  it('is refused after the last day, unless it was returned', async () => {
    await aSubmission.when(resubmitApplication, again, late).thenRefused('closed-on');
    await returned.when(resubmitApplication, again, late).then(resent, reentered);
  });

  it('is refused when the round is closed, even where it was returned', () =>
    returned
      .and(round, call, roundEvents.RoundClosed({ programme: toCode('FUTURE'), name: 'Homes', budget: submitted.data.budget, returned: gbp(0) }))
      .when(resubmitApplication, again, applicant)
      .thenRefused('round-is-closed'));

  it('is refused when its partners or answers do not fit', async () => {
    await aSubmission.when(resubmitApplication, { ...again, partners: [{ organisation: eastRiding, role: 'partner' }] }, applicant).thenRefused('partner-is-the-lead');
    await aSubmission.when(resubmitApplication, { ...again, answers: [answers[0]] }, applicant).thenRefused('answer-is-missing');
  });

  it('is refused where another version of the form was answered than the one in force', () =>
    aSubmission.when(resubmitApplication, { ...again, formVersion: 2 }, applicant).thenRefused('form-has-changed', { answered: 2, version: 1 }));

  it('is refused when it no longer meets a rule that refuses', () =>
    aSubmission
      .when(resubmitApplication, { ...again, answers: [{ question: homes, answer: { kind: 'number', number: 5 } }, answers[1]] }, applicant)
      .thenRefused('not-eligible', { rule: 'AT-LEAST' }));

  it('keeps its turn, and what is left out stays as it was', () => aSubmission.when(resubmitApplication, again, applicant).then(resent, reentered));

  it('replaces the partners and the answers that are given, and keeps those that are new for the next time', () => {
    const more = [{ question: homes, answer: { kind: 'number', number: 700 } as const }, answers[1]];
    return aSubmission.when(resubmitApplication, { ...again, partners: [{ organisation: amey, role: 'partner' }], answers: more }, applicant).then(
      ApplicationResubmitted({
        ...resent.data, answers: more, partners: [{ organisation: amey, name: 'Amey', type: 'company', role: 'partner' }],
        verdicts: submitted.data.verdicts.map((each) => ({ ...each, reason: each.reason.replace('600', '700') })),
      }),
      ApplicationReentered({ ...reentered.data, partnerRoles: [{ role: 'partner' }], bodies: 2, facts: enteredForCall.data.facts?.map((each) => (each.question === homes ? { ...each, number: 700 } : each)) }),
      AnswersKept({ ...keptAnswers.data, answers: more.slice(0, 1) }),
    );
  });
});
