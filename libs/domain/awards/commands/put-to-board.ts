import { code, decide, present, reference, refuse, text, type AwardRef, type Code, type FieldValue } from '#kernel';
import { body } from '#domain/decisions';
import { ask } from '../award-fields.js';
import { AwardPutToBoard } from '../award.events.js';
import { award } from '../award.js';

export class PutToBoard {
  @reference('AW', 'Award') award!: AwardRef;
  @code('Body') body!: Code;
  @text('Meeting') meeting!: string;
  @text('Item') item!: string;
  @ask ask!: FieldValue<typeof ask>;
}

/** What is asked for a decision; notes and endorsements are asked for at any time. */
const asksForMoney: readonly FieldValue<typeof ask>[] = ['approve', 'confirm', 'agree'];

export const putToBoard = decide(award, PutToBoard, {
  summary: 'Put an award before a body, and say what it is asked to do.',
  permission: 'award:put-to-board',
  ref: ({ award: ref }) => ref,
  facts: async (read, input) => ({ body: await read(body, input.body) }),
  refusals: { 'award-is-decided': 'This award is {stage}, so nobody can be asked to {ask} it. It can still be put to a body to note' },
  rule(state, { body: to, meeting, item, ask: wanted }, { facts }) {
    const { stage, terms } = present(state);
    if (stage !== 'recommended' && asksForMoney.includes(wanted)) return refuse('award-is-decided', { stage, ask: wanted });

    return [AwardPutToBoard({ body: to, bodyName: present(facts.body.state).name, meeting, item, ask: wanted, recipientName: terms.recipientName })];
  },
});
