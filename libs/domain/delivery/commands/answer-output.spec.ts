import { toPerson } from '#kernel';
import { by, type By } from '#kernel/testing/given';
import { firstAward } from '#domain/awards/testing';
import { OutputAccepted, OutputSentBack, OutputSubmitted } from '../delivery.events.js';
import { delivery } from '../delivery.js';
import { accepted, inDiagnostic, ofAward, plan, planAccepted, planSubmitted, progress, submitted } from '../testing/index.js';
import { acceptOutput } from './accept-output.js';
import { sendBackOutput } from './send-back-output.js';

const of = { award: firstAward, output: plan };
const sendBack = { ...of, reason: 'No costs' };
const sentBack = OutputSentBack({ ...ofAward, output: plan, name: 'Implementation plan', reason: 'No costs', sentBackBy: toPerson('manager') });
const manager = by('manager', '2012-10-02');
const planSentBack = planSubmitted.and(delivery, firstAward, sentBack);

type Answer = (history: typeof planSubmitted, who: By) => ReturnType<typeof planSubmitted.when>;
const accepting: Answer = (history, who) => history.when(acceptOutput, of, who);
const sendingBack: Answer = (history, who) => history.when(sendBackOutput, sendBack, who);

describe.each([['accepting', accepting], ['sending back', sendingBack]])('%s an output', (_, answer) => {
  it('is refused when nothing was submitted', () => answer(inDiagnostic, manager).thenRefused('output-was-not-submitted', { output: plan }));

  it.each([['accepted', planAccepted], ['sent back', planSentBack]])('is refused when it was %s', (stage, history) =>
    answer(history, manager).thenRefused('output-is-not-waiting', { name: 'Implementation plan', stage }));

  it('is refused to whoever submitted it', () => answer(planSubmitted, by('officer')).thenRefused('output-was-submitted-by-you'));

  it('is refused to whoever it was submitted in the name of', () =>
    answer(planSubmitted.inTheNameOf(toPerson('lender')), by('lender')).thenRefused('output-was-submitted-by-you'));
});

describe('an output that was sent back and submitted by somebody else', () => {
  it('is not accepted by whoever submitted it first', () =>
    planSentBack
      .and(delivery, firstAward, OutputSubmitted({ ...submitted.data, document: 'Plan 2', submittedBy: toPerson('recipient') }))
      .when(acceptOutput, of, by('officer'))
      .thenRefused('output-was-submitted-by-you'));
});

describe('an answered output', () => {
  it('was accepted by somebody', () => planSubmitted.when(acceptOutput, of, manager).then(accepted));

  it('was sent back with what is to be changed', () => planSubmitted.when(sendBackOutput, sendBack, manager).then(sentBack));

  it('is answered month by month where it is reported each month', () => {
    const september = { output: progress, name: 'Progress report', period: '2012-09' };
    const both = planAccepted.and(delivery, firstAward, OutputSubmitted({ ...submitted.data, ...september }), OutputSubmitted({ ...submitted.data, ...september, period: '2012-10' }));
    return both.when(acceptOutput, { award: firstAward, output: progress, period: '2012-09' }, manager).then(OutputAccepted({ ...ofAward, ...september, acceptedBy: manager.actor }));
  });
});
