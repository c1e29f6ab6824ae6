import type { Reading } from '../../reading/reading.js';
import type { Role } from '#domain/people';
import { many } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';

/** Something that waits for a role: counted in the register, never remembered. */
interface Waiting {
  readonly count: (reading: Reading, visit: Visit) => Promise<number>;
  readonly text: (count: number) => string;
  readonly about: string;
  readonly page: string;
}
export interface ShownWaiting {
  readonly text: string;
  readonly about: string;
  readonly href: string;
}

const one = { page: 1, size: 1 };

type Verb = readonly [one: string, many: string];

function awards(stage: string, [waits, wait]: Verb, about: string): Waiting {
  return {
    count: async (reading, visit) => (await reading.awards(visit, { stage }, one)).total,
    text: (count) => many(count, `award ${waits}`, `awards ${wait}`),
    about,
    page: `/awards?stage=${stage}`,
  };
}
function payments(stage: string, [waits, wait]: Verb, about: string): Waiting {
  return {
    count: async (reading, visit) => (await reading.payments(visit, { stage }, one)).total,
    text: (count) => many(count, `payment ${waits}`, `payments ${wait}`),
    about,
    page: `/payments?stage=${stage}`,
  };
}
const shortOfMatch = (about: string): Waiting => ({
  count: async (reading, visit) => (await reading.awards(visit, { short: true }, one)).total,
  text: (count) => `${many(count, 'award is', 'awards are')} short of match`,
  about,
  page: '/awards?match=short',
});

const toAssess: Waiting = {
  count: async (reading, visit) => (await reading.applications(visit, { stage: 'nominated' }, one)).total,
  text: (count) => many(count, 'application waits for a decision', 'applications wait for a decision'),
  about: 'Score those whose round has criteria, if you have no interest in the round.',
  page: '/applications?stage=nominated',
};
const toExplain: Waiting = {
  count: async (reading, visit) => (await reading.exceptions(visit, one)).total,
  text: (count) => many(count, 'figure does not agree', 'figures do not agree'),
  about: 'Documents and the register differ. Both are kept; whoever reports the figure says which it is.',
  page: '/exceptions',
};
const toValidate: Waiting = {
  count: async (reading, visit) => (await reading.savings(visit, { waiting: true }, one)).total,
  text: (count) => many(count, 'claim of savings waits to be validated', 'claims of savings wait to be validated'),
  about: 'Validate those that somebody else claimed.',
  page: '/savings?waiting=yes',
};

const failed = payments('failed', ['failed at the bank', 'failed at the bank'], 'The details have to be put right; then a releaser releases it again, or it is cancelled.');
const returned = payments('returned', ['came back from the bank', 'came back from the bank'], 'Find out why; then a releaser releases it again, or it is cancelled.');

const waitingFor: Readonly<Partial<Record<Role, readonly Waiting[]>>> = {
  'programme-manager': [
    awards('recommended', ['waits for approval', 'wait for approval'], 'Approve them by a decision of the board or under a delegation, or decline them.'),
    awards('offered', ['waits to be signed', 'wait to be signed'], 'Record the signed agreement, or let the offer lapse after its date.'),
    shortOfMatch('Payments stop at the part that may be paid before the match is verified.'),
    toExplain,
  ],
  'programme-officer': [
    awards('approved', ['waits for an amount and an offer', 'wait for an amount and an offer'], 'Propose and agree the amount under the ceiling, then offer the agreement.'),
    shortOfMatch('Ask the sources for evidence and record it.'),
    toExplain,
  ],
  secretary: [awards('recommended', ['waits for a decision', 'wait for a decision'], 'Record what the board or the members decided.')],
  'finance-officer': [payments('released', ['waits for the bank', 'wait for the bank'], 'Record whether they were settled or failed.'), failed, returned],
  'payment-releaser': [payments('authorised', ['waits to be released', 'wait to be released'], 'Release those that somebody else authorised.'), failed, returned],
  'match-verifier': [shortOfMatch('Verify the evidence that somebody else recorded.')],
  assessor: [toAssess],
  'savings-validator': [toValidate],
  recipient: [shortOfMatch('Send evidence of what was spent as match.')],
};

/** What to say to a role that nothing waits for. */
export const idleWords: Readonly<Partial<Record<Role, string>>> = {
  auditor: 'You can read everything and change nothing: begin with the ledger, or look a reference up.',
  administrator: 'You register people, organisations and deciding bodies, and say who may do what: begin below, or with People above.',
};

/** What waits for a role at the moment that the visitor looks at, without what has come to nought. */
export async function waitingOf(role: Role, reading: Reading, visit: Visit): Promise<readonly ShownWaiting[]> {
  const counted = await Promise.all((waitingFor[role] ?? []).map(async (each) => ({ each, count: await each.count(reading, visit) })));
  return counted.filter(({ count }) => count > 0).map(({ each, count }) => ({ text: each.text(count), about: each.about, href: link(visit, each.page) }));
}
