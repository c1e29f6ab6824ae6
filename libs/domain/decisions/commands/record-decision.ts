import { code, decide, present, reference, text, type AwardRef, type Code } from '#kernel';
import { body } from '../body.js';
import { DecisionRecorded } from '../decision.events.js';
import { decision } from '../decision.js';
import { verbField, type Verb } from '../verbs.js';

export class RecordDecision {
  @code('Body') body!: Code;
  @reference('AW', 'Award') award!: AwardRef;
  @text('Meeting') meeting!: string;
  @text('Item') item!: string;
  @verbField verb!: Verb;
  @text('Minute') minute!: string;
}

export const recordDecision = decide(decision, RecordDecision, {
  summary: 'Record what a body decided about an award, in the verb of its minutes.',
  permission: 'decision:record',
  begins: 'DC',
  facts: async (read, input) => ({ body: await read(body, input.body) }),
  refusals: {},
  rule: (_, { body: decidedBy, ...decided }, { actor, facts }) => [
    DecisionRecorded({ ...decided, decidedBy, decidedByName: present(facts.body.state).name, recordedBy: actor }),
  ],
});
