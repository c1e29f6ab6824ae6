import { code, date, decide, money, optional, refuse, showDate, text, type Code, type IsoDate, type Money } from '#kernel';
import { instrumentField, type Instrument } from '../instrument.js';
import { ProgrammeDefined } from '../programme.events.js';
import { programme } from '../programme.js';

export class DefineProgramme {
  @code('Code') code!: Code;
  @text('Name') name!: string;
  @text('Purpose', { long: true }) purpose!: string;
  @money('Award ceiling', { hint: 'The most that one award may come to; £0.00 where no money is given', orNil: true }) awardCeiling!: Money;
  @instrumentField instrument!: Instrument;
  @optional(code('Part of the programme')) parent?: Code;
  @optional(date('Starts on')) startsOn?: IsoDate;
  @optional(date('Ends on')) endsOn?: IsoDate;
}

export const defineProgramme = decide(programme, DefineProgramme, {
  summary: 'Define a programme: what it is for, the ceiling of one award, and the paper that is signed.',
  permission: 'programme:define',
  begins: 'named',
  ref: ({ code: ref }) => ref,
  facts: async (read, { parent }) => ({ parent: parent === undefined ? undefined : await read(programme, parent) }),
  refusals: {
    'code-is-taken': 'There is a programme {code} already: {name}',
    'dates-backwards': '{from} is after {until}',
  },
  rule(state, { code: ref, ...terms }) {
    if (state.stage !== 'absent') return refuse('code-is-taken', { code: ref, name: state.name });
    const { startsOn, endsOn } = terms;
    if (startsOn && endsOn && startsOn > endsOn) return refuse('dates-backwards', { from: showDate(startsOn), until: showDate(endsOn) });

    return [ProgrammeDefined({ programme: ref, ...terms })];
  },
});
