import { code, daysBetween, decide, optional, present, refuse, showDate, text, type Code } from '#kernel';
import { ProgrammeClosed } from '../programme.events.js';
import { programme } from '../programme.js';
import { stated } from '../stated.js';

export class CloseProgramme {
  @code('Programme') programme!: Code;
  @optional(text('Note', { long: true })) note?: string;
}

export const closeProgramme = decide(programme, CloseProgramme, {
  summary: 'Close a programme: no further round is opened, and the rounds and awards that it has run to their end.',
  permission: 'programme:define',
  ref: ({ programme: ref }) => ref,
  refusals: {
    'programme-is-closed': 'The programme {name} is closed already',
    'dates-backwards': 'The programme begins on {startsOn} only',
  },
  rule(state, { programme: ref, note }, { on }) {
    const { stage, name, startsOn } = present(state);
    if (stage === 'closed') return refuse('programme-is-closed', { name });
    if (on < startsOn) return refuse('dates-backwards', { startsOn: showDate(startsOn) });

    return [ProgrammeClosed({ programme: ref, name, on, days: daysBetween(startsOn, on), ...stated({ note }) })];
  },
});
