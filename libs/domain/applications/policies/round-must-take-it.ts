import { present, refuse, showDate, type Acting, type OrganisationRef, type Refusal } from '#kernel';
import { isLate, schemeOf, type RoundState } from '#domain/programmes';

export const intakeRefusals = {
  'round-is-closed': 'The round {name} is closed, so it takes no more applications',
  'not-open-yet': '{name} opens on {opensOn}. Apply from then',
  'closed-on': '{name} closed on {closesOn}. Ask whoever runs it to allow a late application',
} as const;

/** What is noted of an application that came late. */
export interface Lateness {
  readonly lateBecause?: string;
}

/**
 * A round takes what comes while it is open and between its dates. A late one needs to be allowed beforehand; or the terms accept
 * a reason, and somebody who acts for no bidder gives it.
 */
export function roundMustTakeIt(
  round: RoundState, organisation: OrganisationRef, lateBecause: string | undefined, { on, actsFor }: Pick<Acting, 'on' | 'actsFor'>,
): Refusal<keyof typeof intakeRefusals> | Lateness {
  const { stage, name, opensOn, closesOn } = present(round);
  if (stage === 'closed') return refuse('round-is-closed', { name });
  switch (isLate(round, organisation, on)) {
    case 'in-time':
      return {};
    case 'allowed':
      return { lateBecause: lateBecause ?? 'it was allowed beforehand' };
    case 'not-open':
      return refuse('not-open-yet', { name, opensOn: opensOn ? showDate(opensOn) : '' });
    case 'past':
      if (lateBecause !== undefined && actsFor === undefined && schemeOf(round)?.terms.intake?.late === 'with-reason') return { lateBecause };
      return refuse('closed-on', { name, closesOn: closesOn ? showDate(closesOn) : '' });
  }
}
