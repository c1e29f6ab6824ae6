import { questionOn } from '../../question-on.js';
import { invariants, type Breach } from '../invariants/index.js';
import { ledger } from '../ledger.js';

class EveryPosting {}

export interface Examined {
  readonly name: string;
  readonly sentence: string;
  readonly breaches: readonly Breach[];
}

/** Reads every posting, so its cost grows with the log: it is for checks, not for pages. */
export const examineLedger = questionOn('examine-ledger', {
  summary: 'Whether the laws of the ledger hold over every posting.',
  permission: 'ledger:read',
  input: EveryPosting,
  from: [ledger],
  async ask(db): Promise<readonly Examined[]> {
    const examined: Examined[] = [];
    for (const { name, sentence, breaches } of invariants) examined.push({ name, sentence, breaches: await breaches(db) });
    return examined;
  },
});
