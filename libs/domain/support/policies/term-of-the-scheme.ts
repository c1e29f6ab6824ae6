import { refuse, type Refusal } from '#kernel';
import type { ProgrammeState, SupportTerm } from '#domain/programmes';

type Term<Kind extends SupportTerm['kind']> = Extract<SupportTerm, { readonly kind: Kind }>;
/** What the newest scheme of a programme says about support of a kind; undefined where it says nothing. */
export const termOf = <Kind extends SupportTerm['kind']>(state: ProgrammeState, kind: Kind): Term<Kind> | undefined =>
  state.stage === 'absent' ? undefined : state.scheme?.terms.support.find((each): each is Term<Kind> => each.kind === kind);

export const eachRefusals = { 'more-than-for-one-body': 'The scheme gives each body {each} places of a cohort at most' } as const;
export function mustBeForOneBody(state: ProgrammeState, places: number): Refusal<keyof typeof eachRefusals> | undefined {
  const each = termOf(state, 'places')?.each;
  return each !== undefined && places > each ? refuse('more-than-for-one-body', { each }) : undefined;
}
