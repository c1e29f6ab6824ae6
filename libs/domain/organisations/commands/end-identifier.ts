import { date, decide, present, reference, refuse, showDate, text, type IsoDate, type OrganisationRef } from '#kernel';
import { identifierRegister, registers, type IdentifierRegister } from '../identifier-register.js';
import { IdentifierFreed } from '../identifier.events.js';
import { identifier, identifierRef } from '../identifier.js';
import { IdentifierEnded } from '../organisation.events.js';
import { identifierOf, organisation } from '../organisation.js';

export class EndIdentifier {
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @identifierRegister register!: IdentifierRegister;
  @text('Identifier', { max: 40 }) identifier!: string;
  @date('Until', { hint: 'The first day on which it no longer has it' }) until!: IsoDate;
  @text('Reason') reason!: string;
}

export const endIdentifier = decide(organisation, EndIdentifier, {
  summary: 'Record that a body no longer has an identifier, so that another may be given it; the register keeps that it had it.',
  permission: 'organisation:register',
  ref: ({ organisation: ref }) => ref,
  facts: async (read, { register, identifier: written }) => ({
    taken: registers[register].form.test(written) ? await read.ifAny(identifier, identifierRef(register, written)) : undefined,
  }),
  refusals: {
    'identifier-is-not-recorded': '{name} is not known as {identifier} in {register}',
    'dates-backwards': 'It has had it since {from}, so it cannot have ended on {until}',
  },
  rule(state, { organisation: body, register, identifier: written, until, reason }, { facts: { taken } }) {
    const known = present(state);
    const { name } = known;
    const recorded = identifierOf(known, { register, identifier: written });
    if (!recorded || !taken) return refuse('identifier-is-not-recorded', { name, identifier: written, register: registers[register].name });
    if (recorded.from && until < recorded.from) return refuse('dates-backwards', { from: showDate(recorded.from), until: showDate(until) });

    return [IdentifierEnded({ name, register, identifier: written, until, reason }), taken.append(IdentifierFreed({ organisation: body, name }))];
  },
});
