import { present, type Code, type ReadFact } from '#kernel';
import { fund } from '../fund.js';
import type { FundClass } from '../fund-class.js';
import type { SchemeTerms } from '../scheme/scheme-terms.js';

/** A fund that bears a part of awards, with the kind of money that it holds. */
export interface Bearing {
  readonly code: Code;
  readonly class?: FundClass | undefined;
}

/** The fund of a round first, then the others that its terms name: each of them must be there. */
export function readFunds(read: ReadFact, own: Code, terms: SchemeTerms | undefined): Promise<readonly Bearing[]> {
  const others = terms?.otherFunds ?? [];
  return Promise.all([own, ...others.map((each) => each.fund)].map(async (code) => ({ code, class: present((await read(fund, code)).state).class })));
}
