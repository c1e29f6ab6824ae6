import { date, decide, optional, present, reference, refuse, text, type IsoDate, type OrganisationRef } from '#kernel';
import { identifierRegister, registers, type IdentifierRegister } from '../identifier-register.js';
import { IdentifierTaken } from '../identifier.events.js';
import { identifier, identifierRef } from '../identifier.js';
import { IdentifierRecorded } from '../organisation.events.js';
import { identifierOf, organisation } from '../organisation.js';

export class RecordIdentifier {
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @identifierRegister register!: IdentifierRegister;
  @text('Identifier', { hint: 'Exactly as the register writes it, with every zero at its beginning', max: 40 }) identifier!: string;
  @optional(date('From', { hint: 'The first day on which it had it, where that is known' })) from?: IsoDate;
}

export const recordIdentifier = decide(organisation, RecordIdentifier, {
  summary: 'Record what a register of organisations calls a body, with its leading zeros; no two bodies have the same.',
  permission: 'organisation:register',
  ref: ({ organisation: ref }) => ref,
  /** What is written otherwise is no name of a stream: it is refused before it is looked for. */
  facts: async (read, { register, identifier: written }) => ({
    taken: registers[register].form.test(written) ? await read.ifAny(identifier, identifierRef(register, written)) : undefined,
  }),
  refusals: {
    'identifier-is-misspelt': 'The identifier “{identifier}” is not written as {register} writes it, like {example}. Its zeros at the beginning are part of it',
    'identifier-is-recorded': '{name} is known as {identifier} in {register} already',
    'identifier-is-taken': '{identifier} in {register} is {name} ({organisation}). Check it, or end that one first',
  },
  rule(state, { organisation: body, register, identifier: written, from }, { facts: { taken } }) {
    const { name: called, example } = registers[register];
    if (!taken) return refuse('identifier-is-misspelt', { identifier: written, register: called, example });
    const known = present(state);
    if (identifierOf(known, { register, identifier: written })) return refuse('identifier-is-recorded', { name: known.name, identifier: written, register: called });
    if (taken.state.stage === 'taken') return refuse('identifier-is-taken', { identifier: written, register: called, name: taken.state.name, organisation: taken.state.organisation });

    return [
      IdentifierRecorded({ name: known.name, register, identifier: written, ...(from === undefined ? {} : { from }) }),
      taken.append(IdentifierTaken({ organisation: body, name: known.name })),
    ];
  },
});
