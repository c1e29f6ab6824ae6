/** A value as somebody wrote it, with the line that it stands on, so that every complaint can name its place. */
export interface Written {
  readonly value: unknown;
  readonly line: number;
  /** Of mappings by key, of lists by index; empty for anything else. */
  readonly parts: ReadonlyMap<string, Written>;
  readonly form: 'mapping' | 'list' | 'scalar';
}

/** Something wrong with a playbook, where, and what to do about it. */
export interface PlaybookProblem {
  readonly line: number;
  readonly message: string;
}

export type Reading<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly PlaybookProblem[] };

const none: ReadonlyMap<string, Written> = new Map();

/** Text in the normal form in which it is stored (NFC), however the editor wrote it. */
export const scalar = (value: unknown, line: number): Written => ({ value: typeof value === 'string' ? value.normalize('NFC') : value, line, parts: none, form: 'scalar' });

export function mapping(parts: ReadonlyMap<string, Written>, line: number): Written {
  return { value: Object.fromEntries([...parts].map(([key, { value }]) => [key, value])), line, parts, form: 'mapping' };
}

export function list(items: readonly Written[], line: number): Written {
  return { value: items.map(({ value }) => value), line, parts: new Map(items.map((item, index) => [String(index), item])), form: 'list' };
}

/** Containers inside containers: an input has four or five, and a thousand are an attack on the call stack. */
const deepest = 32;

export class NestedTooDeeply extends Error {
  constructor(readonly line: number) {
    super(`More than ${deepest} brackets inside brackets. No step needs that: look for brackets that were never closed`);
  }
}

export function mustBeShallow(depth: number, line: number): void {
  if (depth > deepest) throw new NestedTooDeeply(line);
}

/** What JSON gives, all of it on one line. */
export function fromJson(value: unknown, line: number, depth = 0): Written {
  mustBeShallow(depth, line);
  if (Array.isArray(value)) return list(value.map((item) => fromJson(item, line, depth + 1)), line);
  if (typeof value !== 'object' || value === null) return scalar(value, line);
  return mapping(new Map(Object.entries(value).map(([key, part]) => [key, fromJson(part, line, depth + 1)])), line);
}

/** The line of a path such as `partners.1.role`, or of as much of it as was written. */
export function lineAt(written: Written, path: string): number {
  let here = written;
  for (const key of path.split('.')) {
    const next = here.parts.get(key);
    if (!next) break;
    here = next;
  }
  return here.line;
}

/** The same value with every scalar put through `change`. */
export function withScalars(written: Written, change: (scalar: Written) => Written): Written {
  if (written.form === 'mapping') return mapping(new Map([...written.parts].map(([key, part]) => [key, withScalars(part, change)])), written.line);
  if (written.form === 'list') return list([...written.parts.values()].map((item) => withScalars(item, change)), written.line);
  return change(written);
}
