import { atMost, type Reach } from '../reach.js';
import { ratioOf, ratioOfAll, worstOf, type LikeCommand } from './cost.js';
import type { Schemes } from './index.js';

const mebibyte = 1_024 * 1_024;
/** What the present release is to reach. */
const wanted = { choosingMilliseconds: 5_000, grownBytes: 300 * mebibyte, shareMilliseconds: 1_000, ratioOfTerms: 1.3, ratioOfRegisters: 1.3 };

const measures = [['milliseconds', 'time'], ['processorMilliseconds', 'processor time']] as const;

/** The command that costs most beside its like is the one that is judged, in what a caller waits for and in what the processor does. */
const ofTheWorst = (commands: readonly LikeCommand[], what: string, most: number): readonly Reach[] =>
  measures.flatMap(([measure, inWords]) => {
    const worst = worstOf(commands, measure);
    return worst ? [atMost(`${what}, ${inWords}: ${worst.command}`, most, ratioOf(worst, measure), 2)] : [];
  });

export const reachesOfSchemes = ({ choosing, seasons: { commands } }: Schemes): readonly Reach[] => [
  atMost(
    `screening and ranking ${choosing.applications} applications, ms`, wanted.choosingMilliseconds,
    choosing.screening.milliseconds + choosing.ranking.milliseconds,
  ),
  atMost('what the process grew by meanwhile, MB', wanted.grownBytes / mebibyte, choosing.grownBytes / mebibyte),
  atMost(`the sharing alone, among ${choosing.bodies} bodies, ms`, wanted.shareMilliseconds, choosing.shareMilliseconds),
  atMost(`ShareFund whole, register at hand, among ${choosing.bodies} bodies, ms`, wanted.shareMilliseconds, choosing.shareFundAgain.milliseconds),
  atMost('all commands of an award under every kind of term over the simplest, time', wanted.ratioOfTerms, ratioOfAll(commands, 'milliseconds'), 2),
  ...ofTheWorst(commands, 'the dearest command under every kind of term over the simplest', wanted.ratioOfTerms),
  ...ofTheWorst(choosing.registers, `the dearest command in a round of ${choosing.bodies} over one of ${choosing.few}`, wanted.ratioOfRegisters),
];
