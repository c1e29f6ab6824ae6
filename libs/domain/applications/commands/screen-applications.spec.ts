import { toCode, toPerson, toReference } from '#kernel';
import { by, given } from '#kernel/testing/given';
import { interests, interestsEvents, round, roundEvents } from '#domain/programmes';
import { spring } from '#domain/programmes/testing';
import { ApplicationEntered, ApplicationsScreened } from '../entries.events.js';
import { entries } from '../entries.js';
import { aCall, aSubmission, call, enteredForCall, homes, terms } from '../testing/a-call.js';
import { anApplication, enteredBefore, firstApplication } from '../testing/index.js';
import { screenApplications } from './screen-applications.js';

const manager = by('manager');
const eligibility = [{ kind: 'number', code: toCode('AT-LEAST'), effect: 'refuses', question: homes, least: 700 }, { kind: 'number', code: toCode('PREFERRED'), effect: 'flags', question: homes, least: 900 }] as const;
const revised = roundEvents.RoundTermsRevised({ programme: toCode('FUTURE'), name: 'Homes', version: 2, scheme: { ...terms, eligibility }, reason: 'The Board asks for more homes' });
const passed = { application: firstApplication, met: true, flags: 0 };

describe('screening the applications of a round', () => {
  it('is refused where the terms say nothing of who is eligible', () => anApplication.when(screenApplications, { round: spring }, manager).thenRefused('round-has-no-rules', { round: 'Spring 2012' }));

  it('is refused where applications came before registers held what rules look at', () =>
    aCall.and(entries, call, ApplicationEntered({ ...enteredBefore.data, round: call })).when(screenApplications, { round: call }, manager).thenRefused('register-holds-too-little'));

  it('is refused while none waits for a decision', () => aCall.when(screenApplications, { round: call }, manager).thenRefused('nothing-to-screen', { round: 'Homes' }));

  it('is refused to whoever has an interest in the round', () =>
    aSubmission
      .and(interests, call, interestsEvents.InterestDeclared({ round: call, declaredBy: toPerson('manager'), nature: 'Member of the council of one bidder' }))
      .when(screenApplications, { round: call }, manager)
      .thenRefused('interest-bars-the-round'));

  it('finds those eligible who meet every rule', () =>
    aSubmission.when(screenApplications, { round: call }, manager).then(ApplicationsScreened({ round: call, version: 1, page: 1, pages: 1, results: [passed] })));

  it('judges by the terms in force, and says which rule of which version is not met', () =>
    aSubmission.and(round, call, revised).when(screenApplications, { round: call }, manager).then(
      ApplicationsScreened({
        round: call, version: 2, page: 1, pages: 1,
        results: [{ application: firstApplication, met: false, flags: 1, reasons: 'AT-LEAST of version 2: The answer to homes is 600, and the rule asks for at least 700' }],
      }),
    ));

  it('writes the results of many applications on several pages of one append', () => {
    const many = Array.from({ length: 501 }, (_, i) => toReference('AP', `AP-2012-${String(i + 1).padStart(3, '0')}`));
    const register = given(entries, call, ...many.map((application, i) => ApplicationEntered({ ...enteredForCall.data, application, number: i + 1 })));
    const results = many.map((application) => ({ ...passed, application }));
    const page = (n: number) => ApplicationsScreened({ round: call, version: 1, page: n, pages: 3, results: results.slice((n - 1) * 250, n * 250) });
    return aCall.andAll(register).when(screenApplications, { round: call }, manager).then(page(1), page(2), page(3));
  });

  it('says in the timeline how many are eligible', () => {
    const data = { round: call, version: 1, page: 2, pages: 3, results: [passed, { ...passed, met: false }] };
    expect(ApplicationsScreened.say(data)).toBe('2 applications were screened under version 1 of the terms, 1 of them eligible (page 2 of 3)');
    expect(ApplicationsScreened.say({ ...data, page: 1, pages: 1 })).toBe('2 applications were screened under version 1 of the terms, 1 of them eligible');
  });
});
