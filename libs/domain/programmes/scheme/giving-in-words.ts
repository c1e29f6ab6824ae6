import { isNil, showMoney } from '#kernel';
import { showDays } from '#domain/limits';
import type { MatchRule, RoundTerms, SharingRule } from '../round-terms.js';
import type { SchemeTerms } from './scheme-terms.js';
import type { SupportTerm } from './support-term.js';

export function supportInWords(term: SupportTerm): string {
  switch (term.kind) {
    case 'cash':
      return 'A grant of money.';
    case 'days': {
      const valued = { match: 'for match', subsidy: 'for subsidy control', both: 'for match and for subsidy control' };
      const worth = term.dayRate && term.valuedFor ? ` A day counts as ${showMoney(term.dayRate)} ${valued[term.valuedFor]}; it is never added to money.` : '';
      return `Up to ${showDays(term.upTo)} of an expert’s help for each award. Days are logged as they are worked, and what is not used is released.${worth}`;
    }
    case 'places':
      return `${term.each === 1 ? 'One training place' : `${term.each} training places`} for each body.`;
    case 'contribution':
      return 'A contribution to a cost that another body bears.';
    case 'framework': {
      const use = { join: 'join it', 'call-off': 'call off from it', both: 'join it or call off from it' };
      return `The use of a framework: bodies ${use[term.use]}, ${isNil(term.charge) ? 'without a charge' : `at a charge of ${showMoney(term.charge)}`}.`;
    }
    case 'advice':
      return `Advice on ${term.on}. Nothing is awarded for it.`;
  }
}

const sharing = (by: SharingRule): string =>
  by.kind === 'equal' ? 'in equal parts' : `by the number that each body gave to the question ${by.question}${by.sumsTo === undefined ? '' : `, and these numbers must come to ${by.sumsTo}`}`;

export function moneyInWords(support: SchemeTerms['support'], money: RoundTerms | undefined): readonly string[] {
  if (!money || money.kind === 'none') return support.some(({ kind }) => kind === 'cash') ? [] : ['No money is given.'];
  switch (money.kind) {
    case 'fixed':
      return [`Each award is ${showMoney(money.amount)}, no more and no less.`];
    case 'ceiling':
      return [`Each award is negotiated, up to ${showMoney(money.upTo)}.`];
    case 'ceiling-per-body':
      return [`Each award is negotiated. All awards of one body in a round come to at most ${showMoney(money.upTo)} together.`];
    case 'share-of-fund':
      return [
        `The money of the round is shared among all who are eligible, ${sharing(money.by)}. The shares come to all of it, to the penny${money.most ? ', unless every body has the most' : ''}.`,
        ...(money.most ? [`No body gets more than ${showMoney(money.most)}; what that keeps from one is shared among the others.`] : []),
      ];
    case 'share-of-cost':
      return [`A share of what ${money.bearer} pays${money.per === undefined ? '' : `, at most ${money.per} per cent of it`}: at least ${showMoney(money.atLeast)} and at most ${showMoney(money.atMost)}.`];
  }
}

export function matchInWords(match: MatchRule | undefined): string {
  if (!match) return 'No match is asked for.';
  const from = match.from === 'public-bodies' ? 'the recipient and its public partners' : 'the recipient and any of its partners';
  const before = match.payableBeforeVerified === 0 ? 'No part of the grant is paid' : `Up to ${match.payableBeforeVerified} per cent of the grant may be paid`;
  return `For each £1.00 of grant, £${(match.ratio / 100).toFixed(2)} of match comes from ${from}. ${before} before match is verified.`;
}
