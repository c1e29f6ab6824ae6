import { count, decide, exceeds, inPages, isNil, isRefusal, list, money, optional, present, reference, refuse, share, shareUpTo, showMoney, type DataOf, type Money, type RoundRef } from '#kernel';
import { limit, moneyLeft, roundLimit } from '#domain/limits';
import { interestRefusals, interests, moneyRuleOf, round, schemeOf } from '#domain/programmes';
import { FundShared } from '../assessment.events.js';
import { assessment } from '../assessment.js';
import { readContending } from '../policies/read-contending.js';
import { weighing, weightRefusals } from '../policies/weighing.js';

const weighed = { application: reference('AP', 'Application'), weight: count('Weight', { max: 1_000_000_000_000 }) };

export class ShareFund {
  @reference('RD', 'Round') round!: RoundRef;
  @optional(money('Amount', { hint: 'Left out: all that is allocated to the round and not approved' })) amount?: Money;
  @optional(list('Weights', weighed, '{weight} for {application}', { min: 1, max: 500, hint: 'Only where the answers do not give them' })) weights?: readonly DataOf<typeof weighed>[];
}

export const shareFund = decide(assessment, ShareFund, {
  summary: 'Share the money of a round among all eligible applications, in equal parts or by weight, so that the shares come to it exactly.',
  permission: 'round:share',
  begins: 'named',
  ref: ({ round: ref }) => ref,
  facts: async (read, { round: ref }) => ({
    round: await read(round, ref),
    interests: await read.ifAny(interests, ref),
    contending: await readContending(read, ref),
    limit: await read.ifAny(limit, roundLimit(ref)),
  }),
  refusals: {
    'not-a-shared-fund': 'The terms of {round} do not share its money out. Only a round whose awards are a share of the fund is shared',
    'share-is-acted-on': '{name} was recommended for its share, so the round cannot be shared again',
    'nothing-to-share-among': 'No eligible application for {round} is waiting for a decision, so there is nobody to share among',
    'round-is-too-small': 'The round has {left} left and sharing needs {needed}',
    ...weightRefusals,
    ...interestRefusals,
  },
  apart: { 'interest-bars-the-round': ({ facts }) => facts.interests.state.barred },
  rule(state, { round: ref, amount: asked, weights: given }, { facts }) {
    const into = present(facts.round.state);
    const terms = moneyRuleOf(into);
    if (terms?.kind !== 'share-of-fund') return refuse('not-a-shared-fund', { round: into.name });
    if (state.actedOn !== undefined) return refuse('share-is-acted-on', { name: state.actedOn });
    const { open } = facts.contending;
    if (open.length === 0) return refuse('nothing-to-share-among', { round: into.name });
    const left = moneyLeft(facts.limit, 'allocated');
    const amount = asked ?? left;
    if (isNil(amount) || exceeds(amount, left)) return refuse('round-is-too-small', { left: showMoney(left), needed: isNil(amount) ? 'money' : showMoney(amount) });
    const weights = weighing(terms.by, open, given);
    if (isRefusal(weights)) return weights;

    const { parts, left: unshared } = terms.most ? shareUpTo(amount, weights, terms.most) : { parts: share(amount, weights), left: { ...amount, minor: 0 } };
    const shares = open.map(({ application, organisation, organisationName }, i) => ({ application, organisation, organisationName, weight: weights[i] ?? 0, amount: parts[i] ?? unshared }));
    const version = schemeOf(into)?.version;
    const about = { round: ref, amount, by: terms.by, bodies: open.length, unshared, ...(version === undefined ? {} : { version }), ...(terms.most ? { most: terms.most } : {}) };
    return inPages(shares).map(({ page, pages, items }) => FundShared({ ...about, shares: items, ...(pages > 1 ? { page, pages } : {}) }));
  },
});
