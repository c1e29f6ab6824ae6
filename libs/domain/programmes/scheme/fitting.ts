import { refuse } from '#kernel';
import type { Bearing } from '../policies/read-funds.js';
import { yearsMustCome } from './time-checks.js';
import type { SchemeTerms } from './scheme-terms.js';

/** What terms need of a form. */
export const questionRefusals = {
  'question-is-unknown': 'The rule {rule} asks for {question}, which the form does not',
  'question-cannot-answer': 'The rule {rule} needs {question} to be answered by a {type}',
} as const;

/** What terms need of the years and the funds that pay. */
export const budgetRefusals = {
  'year-is-not-later': '{year} is not after {first}, the year that pays first. Only a later year is named on its own approval',
  'year-is-past': '{year} is before {first}, the year of the round, so it cannot pay for its awards',
  'capital-from-revenue': 'This scheme gives {class} money and the fund {fund} holds {other}',
} as const;

interface Paying {
  /** The financial year that the round is paid from. */
  readonly financialYear: string;
  /** The fund of the round, then others that bear a part. */
  readonly funds: readonly Bearing[];
}

/** Terms that hold by themselves, held against the budget of a round. */
export const termsMustFitBudget = (terms: SchemeTerms, { financialYear, funds }: Paying) => yearsMustCome(terms, financialYear) ?? fundsMustBeOfOneKind(terms, funds);

/** Money of another kind is refused from wherever it comes, not from the fund of the round alone. */
function fundsMustBeOfOneKind({ fundClass }: SchemeTerms, funds: readonly Bearing[]) {
  if (!fundClass) return undefined;
  const other = funds.find((each) => each.class !== undefined && each.class !== fundClass);
  return other?.class ? refuse('capital-from-revenue', { class: fundClass, fund: other.code, other: other.class }) : undefined;
}
