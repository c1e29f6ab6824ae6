import type { Clock } from '#platform/event-store';
import type { Jobs } from '#platform/jobs';

/** Another process that has a job in hand and will not let go of it. */
export interface HoldingProcess {
  hasBegun(): Promise<void>;
  kill(): Promise<void>;
}

/** What a part of the contract is given: every queue that it opens is closed for it. */
export interface ContractParts {
  /** Each opening stands for a process. */
  open(settings?: { readonly clock?: Clock }): Promise<Jobs>;
  /** Starts a process that takes jobs of the kind `remembered` and never ends one. */
  holding(): Promise<HoldingProcess>;
}
