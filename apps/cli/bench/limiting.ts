import type { Compared } from './compare.js';
import type { Played } from './playing.js';

/** Above this share of the time the thread that decides has no time to spare. */
const saturated = 0.8;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const micro = (perSecond: number): string => `${Math.round(1_000_000 / perSecond)} µs`;

/** What keeps each figure from being higher, in words, judged by what was measured beside it. */
export const whatLimits = (compared: readonly Compared[], play: Played): readonly string[] => [...compared.map(oneOf), ofPlaying(play)];

function oneOf({ events, callers, enginePerSecond, barePerSecond, ratio, busy, commandsPerGroup }: Compared): string {
  const who = `${callers === 1 ? '1 caller' : `${callers} callers`} at ${events} events`;
  const times = `${micro(enginePerSecond)} a command, of which bare inserts of its bytes take ${micro(barePerSecond)}`;
  if (busy >= saturated) return `${who}: ${times}. The thread that decides is busy ${percent(busy)} of the time: reading, rules and writing the bytes limit it`;
  if (ratio >= 0.5) return `${who}: ${times}. The disk limits it: ${Math.round(commandsPerGroup)} share a flush, and the thread that decides is busy ${percent(busy)} of the time`;
  return `${who}: ${times}. Neither alone limits it: the thread that decides is busy ${percent(busy)} of the time and waits for the writer for the rest, ${Math.round(commandsPerGroup)} commands to a flush`;
}

function ofPlaying({ perSecond, busy }: Played): string {
  const cause = busy >= saturated ? 'deciding and keeping the views share one thread, and that limits it' : 'the rest is waiting for the disk';
  return `Playing: ${micro(perSecond)} a step; the thread is busy ${percent(busy)} of the time: ${cause}`;
}
