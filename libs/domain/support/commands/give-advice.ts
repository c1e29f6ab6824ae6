import { code, decide, financialYear, isRefusal, optional, present, reference, refuse, text, type Code, type ExpertRef, type OrganisationRef } from '#kernel';
import { days } from '#domain/limits';
import { organisation } from '#domain/organisations';
import { programme } from '#domain/programmes';
import { AdviceGiven } from '../advice.events.js';
import { advice } from '../advice.js';
import { expert } from '../expert.js';
import { areCounted, mustBeAvailable, notAvailable, notFree, readDays, workDays } from '../policies/days-of-an-expert.js';
import { severalBodies, type SeveralBodies } from '../several-bodies.js';

export class GiveAdvice {
  @code('Programme') programme!: Code;
  @text('On what') topic!: string;
  @optional(reference('OR', 'Organisation', { hint: 'Whoever had it' })) organisation?: OrganisationRef;
  @optional(severalBodies) bodies?: SeveralBodies;
  @optional(reference('EX', 'Expert')) expert?: ExpertRef;
  @optional(days('Days')) days?: number;
}

export const giveAdvice = decide(advice, GiveAdvice, {
  summary: 'Record advice that a body, or so many of them, had without an award.',
  permission: 'advice:give',
  begins: 'AD',
  facts: async (read, { programme: of, organisation: who, expert: by }, _, { on }) => ({
    programme: await read(programme, of),
    organisation: who === undefined ? undefined : await read(organisation, who),
    helper: by === undefined ? undefined : { expert: await read(expert, by), days: await readDays(read, by, on) },
  }),
  refusals: {
    'nobody-is-named': 'Name the body that had the advice, or say how many did; not both',
    'bounds-backwards': 'At least {least} bodies and at most {most}: give the smaller number first',
    'expert-is-not-in-the-pool': 'This expert is not in the pool of {programme}. Add them to it, or choose another',
    ...notAvailable,
    ...notFree,
  },
  rule(_, given, { ref, on, facts: { organisation: body, helper } }) {
    const { programme: of, bodies, days: spent = 0 } = given;
    if ((body === undefined) === (bodies === undefined)) return refuse('nobody-is-named');
    if (bodies && bodies.least > bodies.most) return refuse('bounds-backwards', { least: bodies.least, most: bodies.most });
    const adviser = helper && present(helper.expert.state);
    if (adviser && (adviser.stage === 'removed' || adviser.programme !== of)) return refuse('expert-is-not-in-the-pool', { programme: of });
    const away = adviser && mustBeAvailable(adviser.availability[financialYear(on)], on);
    if (away) return away;
    const worked = helper && spent > 0 && areCounted(helper.days) ? workDays(helper.days, ref, spent) : undefined;
    if (isRefusal(worked)) return worked;

    const named = body ? { organisationName: present(body.state).name } : {};
    return [AdviceGiven({ ...given, ...named, ...(worked ? { financialYear: financialYear(on) } : {}) }), ...(worked ?? [])];
  },
});
