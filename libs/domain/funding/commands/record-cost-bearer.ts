import { code, decide, present, reference, refuse, text, type Code, type OrganisationRef } from '#kernel';
import { organisation } from '#domain/organisations';
import { programme } from '#domain/programmes';
import { CostBearerRecorded } from '../costs.events.js';
import { costs } from '../costs.js';

export class RecordCostBearer {
  @code('Programme') programme!: Code;
  @reference('OR', 'Who bears it') organisation!: OrganisationRef;
  @text('What of', { hint: 'The programme as a whole, or a part of it' }) what!: string;
}

export const recordCostBearer = decide(costs, RecordCostBearer, {
  summary: 'Record that another body bears a cost of a programme, so that none of it is ours.',
  permission: 'funding:keep',
  begins: 'named',
  ref: ({ programme: ref }) => ref,
  facts: async (read, input) => ({ programme: await read(programme, input.programme), bearer: await read(organisation, input.organisation) }),
  refusals: { 'bearer-is-recorded': '{name} is recorded for the cost of {what} already' },
  rule({ bearers }, borne, { facts }) {
    const { name } = present(facts.bearer.state);
    if (bearers.some(({ organisation: by, what }) => by === borne.organisation && what === borne.what)) return refuse('bearer-is-recorded', { name, what: borne.what });

    return [CostBearerRecorded({ ...borne, organisationName: name })];
  },
});
