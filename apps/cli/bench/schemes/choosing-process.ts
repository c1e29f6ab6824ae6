/** A process that chooses among very many and has read nothing yet: opens the log, waits for the word, and tells how long it took and what it grew by. */
import type { Engine } from '#platform/engine';
import { longestBlock } from './blocked.js';
import type { LikeCommand } from './cost.js';
import { measureRegisters } from './registers.js';
import { openSchemeLog } from './scheme-log.js';

/** What a process of its own is asked to choose. */
export interface ChoosingAsked {
  readonly folder: string;
  readonly ranked: string;
  readonly shared: string;
  /** A round like the shared one to which few applied. */
  readonly few: string;
  readonly late: readonly string[];
}
/** A command among very many. */
export interface Choice {
  readonly milliseconds: number;
  readonly processorMilliseconds: number;
  /** How long nobody else had a turn, at the longest. */
  readonly blockedMilliseconds: number;
}
export interface Chosen {
  readonly screening: Choice;
  readonly ranking: Choice;
  /** What the process grew by at its largest while it screened and ranked. */
  readonly grownBytes: number;
  /** The whole command: its register read, and its shares stored. */
  readonly shareFund: Choice;
  /** The whole command again, with the register at hand as a server has it that took the applications. */
  readonly shareFundAgain: Choice;
  /** Commands in a round to which few applied beside one to which very many did. */
  readonly registers: readonly LikeCommand[];
}

/** Places of the ranking and of its reserve. */
const [places, reserve] = [100, 50];
const tell = (said: 'ready' | Chosen): void => void process.send?.(said);
const next = <Message>(): Promise<Message> => new Promise((resolve) => process.once('message', resolve));

const { folder, ranked, shared, few, late } = await next<ChoosingAsked>();
const log = await openSchemeLog(folder);
const choose = async (name: string, input: object, engine: Engine): Promise<Choice> => {
  const { result: { milliseconds, processorMilliseconds }, blockedMilliseconds } = await longestBlock(() => log.run(name, 'programme-manager', input, engine));
  return { milliseconds, processorMilliseconds, blockedMilliseconds };
};
tell('ready');
await next<'go'>();
const before = process.memoryUsage().rss;
const screening = await choose('ScreenApplications', { round: ranked }, log.engine());
const ranking = await choose('RankApplications', { round: ranked, places, reserve }, log.engine());
const grownBytes = process.resourceUsage().maxRSS * 1_024 - before;
const engine = log.engine();
const shareFund = await choose('ShareFund', { round: shared }, engine);
const shareFundAgain = await choose('ShareFund', { round: shared }, engine);
const registers = await measureRegisters(log, engine, { few, many: shared, late });
await log.store.close();
tell({ screening, ranking, grownBytes, shareFund, shareFundAgain, registers });
process.disconnect();
