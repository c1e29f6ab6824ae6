import { schemeOf, type RoundState } from '#domain/programmes';
import type { AwardTerms } from './award-state.js';

type Copied = Pick<AwardTerms, 'support' | 'caps' | 'capacity' | 'phases' | 'years' | 'funders' | 'termsVersion'>;

/** What an award has to obey of the scheme of its round; nothing where the round has none. Grants of money are what is understood without saying. */
export function copiedTerms(round: RoundState): { readonly [Slot in keyof Copied]?: NonNullable<Copied[Slot]> } {
  const scheme = schemeOf(round);
  if (!scheme) return {};
  const { version, terms: { support, caps, capacity, phases, years, otherFunds } } = scheme;
  return {
    ...(support.some(({ kind }) => kind !== 'cash' && kind !== 'contribution') ? { support } : {}),
    ...(caps ? { caps } : {}),
    ...(capacity ? { capacity: true } : {}),
    ...(phases ? { phases } : {}),
    ...(years && years.kind !== 'one' ? { years } : {}),
    ...(otherFunds ? { funders: otherFunds } : {}),
    termsVersion: version,
  };
}
