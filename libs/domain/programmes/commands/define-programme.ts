import { code, decide, money, refuse, text, type Code, type Money } from '#kernel';
import { instrumentField, type Instrument } from '../instrument.js';
import { ProgrammeDefined } from '../programme.events.js';
import { programme } from '../programme.js';

export class DefineProgramme {
  @code('Code') code!: Code;
  @text('Name') name!: string;
  @text('Purpose', { long: true }) purpose!: string;
  @money('Award ceiling', { hint: 'The most that one award may come to' }) awardCeiling!: Money;
  @instrumentField instrument!: Instrument;
}

export const defineProgramme = decide(programme, DefineProgramme, {
  summary: 'Define a programme: what it is for, the ceiling of one award, and the paper that is signed.',
  permission: 'programme:define',
  begins: 'named',
  ref: ({ code: ref }) => ref,
  refusals: { 'code-is-taken': 'There is a programme {code} already: {name}' },
  rule(state, { code: ref, ...terms }) {
    if (state.stage !== 'absent') return refuse('code-is-taken', { code: ref, name: state.name });

    return [ProgrammeDefined({ programme: ref, ...terms })];
  },
});
