import { code, date, decide, present, reference, refuse, showDate, type Code, type IsoDate, type OrganisationRef } from '#kernel';
import { organisation } from '#domain/organisations';
import { programme } from '#domain/programmes';
import { EvaluatorAppointed } from '../evaluation.events.js';
import { evaluation } from '../evaluation.js';

export class AppointEvaluator {
  @code('Programme') programme!: Code;
  @reference('OR', 'Evaluator') organisation!: OrganisationRef;
  @date('Starts on') startsOn!: IsoDate;
  @date('Ends on') endsOn!: IsoDate;
}

export const appointEvaluator = decide(evaluation, AppointEvaluator, {
  summary: 'Appoint an organisation to evaluate a programme, from one day to another.',
  permission: 'evaluation:appoint',
  begins: 'named',
  ref: ({ programme: ref }) => ref,
  facts: async (read, input) => ({ programme: await read(programme, input.programme), evaluator: await read(organisation, input.organisation) }),
  refusals: {
    'dates-run-backwards': 'This appointment would end on {endsOn}, before it starts',
    'evaluator-is-appointed-already': '{name} is appointed for some of those days already',
  },
  rule({ appointments }, { programme: of, organisation: evaluator, startsOn, endsOn }, { facts }) {
    const { name } = present(facts.evaluator.state);
    if (endsOn < startsOn) return refuse('dates-run-backwards', { endsOn: showDate(endsOn) });
    const isAppointed = appointments.some((each) => each.organisation === evaluator && each.startsOn <= endsOn && startsOn <= each.endsOn);
    if (isAppointed) return refuse('evaluator-is-appointed-already', { name });

    return [EvaluatorAppointed({ programme: of, organisation: evaluator, organisationName: name, startsOn, endsOn })];
  },
});
