import { code, decide, optional, present, refuse, text, type Code } from '#kernel';
import { programme } from '#domain/programmes';
import { body } from '../body.js';
import { ProgrammeDecisionRecorded } from '../decision.events.js';
import { decision } from '../decision.js';
import { verbField, type Verb } from '../verbs.js';

export class RecordProgrammeDecision {
  @code('Body') body!: Code;
  @code('Programme') programme!: Code;
  @text('Meeting') meeting!: string;
  @text('Item') item!: string;
  @verbField verb!: Verb;
  @optional(verbField) alsoVerb?: Verb;
  @text('Minute') minute!: string;
}

export const recordProgrammeDecision = decide(decision, RecordProgrammeDecision, {
  summary: 'Record what a body decided about a programme as a whole, in the verbs of its minutes: it commits no award.',
  permission: 'decision:record',
  begins: 'DC',
  facts: async (read, input) => ({ body: await read(body, input.body), programme: await read(programme, input.programme) }),
  refusals: { 'verb-is-named-twice': 'The minutes say {verb} once. Leave the second verb out, or take the other that they use' },
  rule(_, { body: decidedBy, ...decided }, { actor, facts }) {
    if (decided.alsoVerb === decided.verb) return refuse('verb-is-named-twice', { verb: verbField.spec.show(decided.verb) });

    return [ProgrammeDecisionRecorded({ ...decided, decidedBy, decidedByName: present(facts.body.state).name, recordedBy: actor })];
  },
});
