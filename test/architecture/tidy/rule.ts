import { type Finding, type Source } from './source.js';

/** A path and a text. */
type Example = readonly [path: string, text: string];

/** Something we do not write, what we write instead, and examples that prove the rule can fail. */
export interface Rule {
  readonly name: string;
  readonly instead: string;
  /** Files in which it is allowed. */
  readonly except?: RegExp;
  readonly find: (source: Source) => Finding[];
  readonly refuses: readonly Example[];
  readonly accepts: readonly Example[];
}

export function offences(rule: Rule, sources: readonly Source[]): string[] {
  return sources
    .filter((source) => !rule.except?.test(source.path))
    .flatMap((source) => rule.find(source).map(({ line, found }) => `${source.path}:${line} has "${found}": ${rule.instead}`));
}
