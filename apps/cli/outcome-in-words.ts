import type { CommandDeclaration } from '#kernel';
import type { Outcome } from '#platform/engine';
import type { Answer } from './answer.js';
import { exitCodes } from './exit-codes.js';
import { sentenceOf } from '#views/audit';

/** What a command came to: its events in the timeline's sentences, or why not and what to do. */
export function outcomeInWords(command: CommandDeclaration, outcome: Outcome, isRehearsal: boolean): Answer {
  const json = { command: command.name, ...(isRehearsal ? { rehearsed: true } : {}), ...outcome };
  switch (outcome.outcome) {
    case 'done': {
      const what = isRehearsal ? 'would be done' : outcome.repeated ? 'was done before under this key' : `is done, at @${outcome.position}`;
      return { json, text: [`${outcome.reference}: ${command.name} ${what}`, ...outcome.events.map((event) => `  ${sentenceOf(event.stream, event.type, event.data)}`)].join('\n') };
    }
    case 'refused':
      return { json, text: `Refused: ${outcome.sentence} (${outcome.refusal})`, exit: exitCodes.refused };
    case 'not-permitted':
      return { json, text: `${command.name}: ${outcome.because}`, exit: exitCodes.refused };
    case 'not-found':
      return { json, text: `${outcome.what}. Look at its reference`, exit: exitCodes.refused };
    case 'key-reused':
      return { json, text: `This key was used before, and "${outcome.differs}" was another then. Choose another key, or send what was sent`, exit: exitCodes.refused };
    case 'overtaken':
      return { json, text: `Others kept writing to ${outcome.stream}. Try again`, exit: exitCodes.refused };
    case 'invalid':
      return { json, text: outcome.problems.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`)).join('\n'), exit: exitCodes.badInput };
  }
}
