import { stream, type AwardRef, type Code, type IsoDate } from '#kernel';
import * as events from './decision.events.js';
import type { Verb } from './verbs.js';

export type DecisionState =
  | { readonly stage: 'absent' }
  | {
      readonly stage: 'recorded';
      readonly award: AwardRef;
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
});
