import { toPerson } from '#kernel';
import { by } from '#kernel/testing/given';
import { eastRiding, scarborough } from '#domain/applications/testing';
import { anAwardOffered, anAwardSigned, firstAward } from '#domain/awards/testing';
import { OutputSentBack, OutputSubmitted } from '../delivery.events.js';
import { delivery } from '../delivery.js';
import { anAwardInPhases, ofAward, plan, planAccepted, planSubmitted, progress, submitted } from '../testing/index.js';
import { submitOutput } from './submit-output.js';

const submit = { award: firstAward, output: plan, document: 'Plan 1' };
const report = { award: firstAward, output: progress, period: '2012-09', document: 'Report 1' };
const officer = by('officer', '2012-10-01');
const recipient = by('recipient', '2012-10-01');

describe('submitting an output', () => {
  it('is refused to somebody who acts for another body', () =>
    anAwardInPhases.when(submitOutput, submit, { ...recipient, actsFor: scarborough }).thenRefused('acts-for-another-body', { actsFor: scarborough }));

  it('is refused before the agreement is signed', () => anAwardOffered.when(submitOutput, submit, officer).thenRefused('award-is-not-under-way', { stage: 'offered' }));

  it('is refused when the terms do not ask for it', async () => {
    await anAwardInPhases.when(submitOutput, { ...submit, output: 'poem' }, officer).thenRefused('output-is-unknown', { outputs: 'progress-report, implementation-plan' });
    await anAwardSigned.when(submitOutput, submit, officer).thenRefused('output-is-unknown', { outputs: 'none' });
  });

  it.each([
    ['a monthly report without a month', { ...report, period: undefined }],
    ['a monthly report for a year', { ...report, period: 'FY1213' }],
    ['a monthly report for a month that does not exist', { ...report, period: '2012-13' }],
    ['a plan, which comes once, for a month', { ...submit, period: '2012-09' }],
  ])('is refused for %s', (_, input) => anAwardInPhases.when(submitOutput, input, officer).thenRefused('period-does-not-fit'));

  it('is refused while it waits for an answer', () => planSubmitted.when(submitOutput, submit, officer).thenRefused('output-is-waiting', { name: 'Implementation plan' }));

  it('is refused once it was accepted', () => planAccepted.when(submitOutput, submit, officer).thenRefused('output-is-accepted', { name: 'Implementation plan' }));

  it('keeps what the terms call it', () => anAwardInPhases.when(submitOutput, submit, officer).then(submitted));

  it('may be done by the recipient for its own award', () =>
    anAwardInPhases.when(submitOutput, submit, { ...recipient, actsFor: eastRiding }).then(OutputSubmitted({ ...submitted.data, submittedBy: toPerson('recipient') })));

  it('keeps the month of a monthly report', () =>
    anAwardInPhases
      .when(submitOutput, report, officer)
      .then(OutputSubmitted({ ...ofAward, output: progress, name: 'Progress report', period: '2012-09', document: 'Report 1', submittedBy: officer.actor })));

  it('is possible again after it was sent back', () =>
    planSubmitted
      .and(delivery, firstAward, OutputSentBack({ ...ofAward, output: plan, name: 'Implementation plan', reason: 'No costs', sentBackBy: toPerson('manager') }))
      .when(submitOutput, { ...submit, document: 'Plan 2' }, officer)
      .then(OutputSubmitted({ ...submitted.data, document: 'Plan 2' })));

  it('says in the timeline which month a report is for', () => {
    expect(OutputSubmitted.say({ ...submitted.data, name: 'Progress report', period: '2012-09' })).toBe('East Riding of Yorkshire Council submitted Progress report for 2012-09 (Plan 1)');
    expect(OutputSubmitted.say(submitted.data)).toBe('East Riding of Yorkshire Council submitted Implementation plan (Plan 1)');
  });
});
