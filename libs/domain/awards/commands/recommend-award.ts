import { decide, present, reference, toReference, type ApplicationRef } from '#kernel';
import { application, applicationEvents, applicationMustBeOpen, openRefusals } from '#domain/applications';
import { programme } from '#domain/programmes';
import { AwardRecommended } from '../award.events.js';
import { award } from '../award.js';

export class RecommendAward {
  @reference('AP', 'Application') application!: ApplicationRef;
}

export const recommendAward = decide(award, RecommendAward, {
  summary: 'Recommend an application for an award; it then waits for a decision.',
  permission: 'award:recommend',
  begins: 'AW',
  facts: async (read, input) => {
    const found = await read(application, input.application);
    return { application: found, programme: await read(programme, present(found.state).programme) };
  },
  refusals: openRefusals,
  rule(_, { application: from }, { actor, ref, facts }) {
    const decided = applicationMustBeOpen(facts.application.state);
    if (decided) return decided;

    const { programme: of, budget, organisation, organisationName, title, partners } = present(facts.application.state);
    const { awardCeiling, instrument } = present(facts.programme.state);
    const recipient = { recipient: organisation, recipientName: organisationName };
    return [
      AwardRecommended({ application: from, programme: of, budget, ...recipient, title, partners, awardCeiling, instrument, recommendedBy: actor }),
      facts.application.append(applicationEvents.ApplicationTakenForward({ award: toReference('AW', ref) })),
    ];
  },
});
