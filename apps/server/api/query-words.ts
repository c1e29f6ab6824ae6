import { isDate, type Problem } from '#kernel';
import type { ApiRequest } from './bearer.js';
import { wrongParameters } from './problem.js';

/** The parameters of an address, each once. Throws the problem "invalid-input". */
export function queryWords({ url = '' }: Pick<ApiRequest, 'url'>): Readonly<Record<string, string>> {
  const [, search = ''] = url.split(/\?(.*)/s);
  const words = new Map<string, string>();
  const twice: Problem[] = [];
  for (const [name, value] of new URLSearchParams(search)) {
    if (words.has(name)) twice.push({ field: name, message: `"${name}" stands twice. Write it once` });
    words.set(name, value);
  }
  if (twice.length > 0) throw wrongParameters(...twice);
  return Object.fromEntries(words);
}

/** The same where only certain parameters are known. */
export function onlyWords<Name extends string>(request: Pick<ApiRequest, 'url'>, ...known: readonly Name[]): Readonly<Partial<Record<Name, string>>> {
  const words = queryWords(request);
  const others = Object.keys(words).filter((name) => !known.some((each) => each === name));
  if (others.length > 0) throw wrongParameters(...others.map((field) => ({ field, message: `There is no parameter "${field}". It takes: ${known.join(', ')}` })));
  return words as Partial<Record<Name, string>>;
}

/** A whole number between two bounds; undefined where none was written. */
export function numberIn(name: string, word: string | undefined, min: number, max: number): number | undefined {
  if (word === undefined) return undefined;
  const number = /^\d{1,16}$/.test(word) ? Number(word) : NaN;
  if (number >= min && number <= max) return number;
  throw wrongParameters({ field: name, message: `"${name}" must be a whole number from ${min} to ${max}` });
}

export function dayIn(name: string, word: string | undefined) {
  if (word === undefined || isDate(word)) return word;
  throw wrongParameters({ field: name, message: `"${word}" is not a date that exists. Write it like 2012-06-13` });
}

export function yesNoIn(name: string, word: string | undefined): boolean {
  if (word === undefined || word === 'false') return false;
  if (word === 'true') return true;
  throw wrongParameters({ field: name, message: `"${name}" must be true or false` });
}
