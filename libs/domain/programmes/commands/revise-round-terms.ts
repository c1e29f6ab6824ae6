import { decide, present, reference, refuse, text, type RoundRef } from '#kernel';
import { readFunds } from '../policies/read-funds.js';
import { programme } from '../programme.js';
import { RoundTermsRevised } from '../round.events.js';
import { round } from '../round.js';
import { changeMustComeInTime, changingRefusals } from '../scheme/changing.js';
import { termRefusals, termsMustHold } from '../scheme/checks.js';
import { questionsMustBeAsked } from '../scheme/choosing-checks.js';
import { budgetRefusals, questionRefusals, termsMustFitBudget } from '../scheme/fitting.js';
import { sameTerms } from '../scheme/same-terms.js';
import { schemeTerms, type SchemeTerms } from '../scheme/scheme-terms.js';

export class ReviseRoundTerms {
  @reference('RD', 'Round') round!: RoundRef;
  @schemeTerms scheme!: SchemeTerms;
  @text('Reason') reason!: string;
}

export const reviseRoundTerms = decide(round, ReviseRoundTerms, {
  summary: 'Revise the terms of an open round, with a reason: a new version, which applies to whatever is decided from now on.',
  permission: 'round:revise',
  ref: ({ round: ref }) => ref,
  facts: async (read, { scheme }, state) => {
    const { programme: of, budget } = present(state);
    return { programme: await read(programme, of), funds: await readFunds(read, budget.fund, scheme) };
  },
  refusals: {
    'round-is-closed': 'The round {name} is closed, so its terms stand',
    'round-has-no-scheme': 'The round {name} was opened without a scheme. Open another one on the terms that you want',
    'terms-are-the-same': 'These are the terms of {name} already, version {version}',
    ...changingRefusals,
    ...termRefusals,
    ...questionRefusals,
    ...budgetRefusals,
    'scored-without-competition': 'The applications of this round are scored, so they are chosen by competition',
  },
  rule(state, { scheme, reason }, { facts }) {
    const found = present(state);
    const { stage, name, programme: of, budget, form, scoring } = found;
    if (stage === 'closed') return refuse('round-is-closed', { name });
    if (!found.scheme) return refuse('round-has-no-scheme', { name });
    const { version, terms } = found.scheme;
    if (sameTerms(terms, scheme)) return refuse('terms-are-the-same', { name, version });
    const late = changeMustComeInTime(terms, scheme, found);
    if (late) return late;
    const { awardCeiling } = present(facts.programme.state);
    const wrong =
      termsMustHold(scheme, awardCeiling) ?? (form && questionsMustBeAsked(scheme, form.questions)) ?? termsMustFitBudget(scheme, { financialYear: budget.financialYear, funds: facts.funds });
    if (wrong) return wrong;
    if (scoring && scheme.selection && scheme.selection.kind !== 'competition') return refuse('scored-without-competition');

    return [RoundTermsRevised({ programme: of, name, version: version + 1, scheme, reason })];
  },
});
