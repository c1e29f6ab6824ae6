import { toReference, type ApplicationRef, type Elsewhere, type Fact } from '#kernel';
import { applicantOf, bodiesIn, type Bodies } from './who-applies.js';
import type { Facts } from '../cited-answers.js';
import * as events from '../entries.events.js';
import { entryOf, leave, type EntriesState } from '../entries.js';
import { failedRule, flagged, type Verdict } from '../verdicts.js';

type Register = Fact<typeof events, EntriesState>;

const asJudged = (bodies: Bodies, facts: Facts, verdicts: readonly Verdict[]) => ({
  partnerRoles: applicantOf(bodies, facts).partnerRoles.map((role) => ({ role })),
  ...(facts.length > 0 ? { facts } : {}),
  eligible: failedRule(verdicts) === undefined,
  flags: flagged(verdicts).length,
  bodies: bodiesIn(bodies),
});

/** Enters an application at the end of the register of its round, with what rules and rankings need of it. */
export function enter(register: Register, application: ApplicationRef, bodies: Bodies, facts: Facts, verdicts: readonly Verdict[]): Elsewhere {
  const { lead } = bodies;
  const { registers } = applicantOf(bodies, facts);
  return register.append(
    events.ApplicationEntered({
      round: toReference('RD', register.ref), application, organisation: lead.organisation, organisationName: lead.name, number: register.state.order.size + 1,
      organisationType: lead.type,
      ...(lead.region === undefined ? {} : { region: lead.region }),
      ...(registers.length > 0 ? { registers: registers.map((each) => ({ register: each })) } : {}),
      ...asJudged(bodies, facts, verdicts),
    }),
  );
}

/** The same once it was sent again: its turn stays. */
export const reenter = (register: Register, application: ApplicationRef, title: string, bodies: Bodies, facts: Facts, verdicts: readonly Verdict[]): Elsewhere =>
  register.append(
    events.ApplicationReentered({ round: toReference('RD', register.ref), application, organisationName: bodies.lead.name, title, ...asJudged(bodies, facts, verdicts) }),
  );

/** Takes a decided application out of those that wait; one that no register holds came before there were any. */
export function takeOut(register: Register, application: ApplicationRef, because: 'withdrawn' | 'declined'): readonly Elsewhere[] {
  const entry = entryOf(register.state, application);
  return entry ? [leave(register, entry, because)] : [];
}
