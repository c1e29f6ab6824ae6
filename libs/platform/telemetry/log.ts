import { pino, type DestinationStream, type Logger } from 'pino';
import { faultInWords } from './fault-in-words.js';

export type Log = Logger;

export interface LogOptions {
  readonly level: string;
  /** Which part of Tallystick writes: server or worker. */
  readonly part: string;
  /** Where the lines go; stderr when left out. */
  readonly to?: DestinationStream;
}

/**
 * A process's log: JSON lines on stderr. No input, no query and nobody's name is ever handed to it, and of a fault it
 * keeps the kind, the place and words without values.
 */
export const openLog = ({ level, part, to = pino.destination({ dest: 2, sync: true }) }: LogOptions): Log =>
  pino({ level, base: { name: 'tallystick', part }, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: (fault: unknown) => faultInWords(fault) } }, to);
