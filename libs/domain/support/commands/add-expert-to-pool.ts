import { code, decide, optional, person, text, type Code, type Person } from '#kernel';
import { programme } from '#domain/programmes';
import { ExpertAddedToPool } from '../expert.events.js';
import { expert } from '../expert.js';

export class AddExpertToPool {
  @code('Programme') programme!: Code;
  @text('What the expert does', { hint: 'A trade, such as procurement; never a name' }) title!: string;
  @optional(person('Person', { hint: 'Where the expert has an account: interests that they declare then count' })) person?: Person;
}

export const addExpertToPool = decide(expert, AddExpertToPool, {
  summary: 'Add an expert to the pool of a programme, by what they do.',
  permission: 'pool:keep',
  begins: 'EX',
  facts: async (read, { programme: of }) => ({ programme: await read(programme, of) }),
  refusals: {},
  rule: (_, described) => [ExpertAddedToPool(described)],
});
