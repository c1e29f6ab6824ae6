import { stream, type AwardRef, type Code, type IsoDate } from '#kernel';
import * as events from './decision.events.js';
import type { Verb } from './verbs.js';

export type DecisionState =
  | { readonly stage: 'absent' }
  | {
      readonly stage: 'recorded';
      /** What it is about. A decision about a programme as a whole carries no award. */
      readonly award?: AwardRef | undefined;
      readonly programme?: Code | undefined;
      readonly decidedBy: Code;
      readonly decidedByName: string;
      readonly meeting: string;
      readonly item: string;
      readonly verb: Verb;
      readonly minute: string;
      readonly decidedOn: IsoDate;
    };

export const decision = stream('decision', { events, initial: { stage: 'absent' } as DecisionState }).evolvedBy({
  DecisionRecorded: (_, { award, decidedBy, decidedByName, meeting, item, verb, minute }, { on }) => ({
    stage: 'recorded', award, decidedBy, decidedByName, meeting, item, verb, minute, decidedOn: on,
  }),
  ProgrammeDecisionRecorded: (_, { programme, decidedBy, decidedByName, meeting, item, verb, minute }, { on }) => ({
    stage: 'recorded', programme, decidedBy, decidedByName, meeting, item, verb, minute, decidedOn: on,
  }),
});
