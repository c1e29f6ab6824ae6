import { decide, inPages, present, reference, refuse, type RoundRef } from '#kernel';
import { interestRefusals, interests, round, schemeOf } from '#domain/programmes';
import { judge } from '../eligibility.js';
import { ApplicationsScreened } from '../entries.events.js';
import { entries, waitingEntries, type Entry } from '../entries.js';
import { failedRule, flagged, type Verdict } from '../verdicts.js';

export class ScreenApplications {
  @reference('RD', 'Round') round!: RoundRef;
}

/** Results to a record: with reasons of 300 letters that each take three bytes, so many are within the 256 KB that a record may have. */
const resultsToAPage = 250;
const longest = 300;

/** What keeps it out, or else the preferences that it does not meet, in a line. */
function reasonsOf(verdicts: readonly Verdict[]): { readonly reasons?: string } {
  const failed = failedRule(verdicts);
  const words = (failed ? [failed] : flagged(verdicts)).map(({ rule, version, reason }) => `${rule} of version ${version}: ${reason}`).join('; ');
  return words === '' ? {} : { reasons: words.length > longest ? `${words.slice(0, longest - 1)}…` : words };
}

export const screenApplications = decide(entries, ScreenApplications, {
  summary: 'Screen the applications that wait for a decision by the rules of the terms in force; those that no longer meet them are not recommended.',
  permission: 'assessment:rank',
  begins: 'named',
  ref: ({ round: ref }) => ref,
  facts: async (read, { round: ref }) => ({ round: await read(round, ref), interests: await read.ifAny(interests, ref) }),
  refusals: {
    'round-has-no-rules': 'The terms of {round} say nothing of who is eligible or preferred, so there is nothing to screen by',
    'register-holds-too-little': 'Applications for {round} came before registers held what rules look at. Decide on them one by one',
    'nothing-to-screen': 'No application for {round} is waiting for a decision, so there is nothing to screen',
    ...interestRefusals,
  },
  apart: { 'interest-bars-the-round': ({ facts }) => facts.interests.state.barred },
  rule(state, { round: ref }, { facts }) {
    const { name } = present(facts.round.state);
    const scheme = schemeOf(facts.round.state);
    if (!scheme?.terms.eligibility) return refuse('round-has-no-rules', { round: name });
    if (state.old) return refuse('register-holds-too-little', { round: name });
    if (state.waiting === 0) return refuse('nothing-to-screen', { round: name });

    const { version, terms: { eligibility } } = scheme;
    const screened = (entry: Entry) => {
      const verdicts = judge(eligibility, version, entry);
      return { application: entry.application, met: failedRule(verdicts) === undefined, flags: flagged(verdicts).length, ...reasonsOf(verdicts) };
    };
    return inPages([...waitingEntries(state)].map(screened), resultsToAPage).map(({ page, pages, items }) => ApplicationsScreened({ round: ref, version, page, pages, results: items }));
  },
});
