import { code, date, decide, exceeds, money, optional, present, refuse, showDate, showMoney, text, type Code, type IsoDate, type Money } from '#kernel';
import { delegationLimit, open } from '#domain/limits';
import { AuthorityDelegated } from '../body.events.js';
import { body, overlap } from '../body.js';

export class Delegate {
  @code('From') from!: Code;
  @code('To') to!: Code;
  @money('Limit for one award') perAward!: Money;
  @money('Limit for all awards together') total!: Money;
  @date('Starts on') startsOn!: IsoDate;
  @optional(date('Ends on', { hint: 'The last day on which it is in force' })) endsOn?: IsoDate;
  @text('Minute', { hint: 'Where the delegation is written down' }) minute!: string;
}

export const delegate = decide(body, Delegate, {
  summary: 'Record that a board lets another body approve awards, up to a limit for each and for all together.',
  permission: 'authority:delegate',
  ref: ({ to }) => to,
  facts: async (read, { from }) => ({ from: await read(body, from) }),
  refusals: {
    'only-a-board-delegates': '{name} is not a board, so it has no authority to hand on',
    'delegates-to-itself': '{name} needs no delegation from itself',
    'dates-run-backwards': 'This delegation would end on {endsOn}, before it starts',
    'one-award-exceeds-all': 'The limit for one award cannot be above the limit for all awards together, {total}',
    'delegation-overlaps': '{name} has a delegation in those days already. End it first, or start this one later',
  },
  rule(state, { from, to, ...terms }, { facts }) {
    const giver = present(facts.from.state);
    const receiver = present(state);
    if (giver.kind !== 'board') return refuse('only-a-board-delegates', { name: giver.name });
    if (from === to) return refuse('delegates-to-itself', { name: giver.name });
    if (terms.endsOn !== undefined && terms.endsOn < terms.startsOn) return refuse('dates-run-backwards', { endsOn: showDate(terms.endsOn) });
    if (exceeds(terms.perAward, terms.total)) return refuse('one-award-exceeds-all', { total: showMoney(terms.total) });
    if (receiver.delegations.some((each) => overlap(each, terms))) return refuse('delegation-overlaps', { name: receiver.name });

    const number = receiver.delegations.length + 1;
    return [
      AuthorityDelegated({ number, from, fromName: giver.name, toName: receiver.name, ...terms }),
      open(delegationLimit(to, number), `delegation ${number} to ${to}`, 'left', terms.total),
    ];
  },
});
