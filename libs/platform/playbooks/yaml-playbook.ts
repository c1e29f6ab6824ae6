import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import { list, mapping, mustBeShallow, scalar, type PlaybookProblem, type Reading, type Written } from './written.js';

/** Reads YAML 1.2 into values with their lines, and says what YAML itself would let pass in silence. */
export function readYaml(text: string): Reading<Written> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    const problems = faults.map(({ message, pos }) => ({ line: lines.linePos(pos[0]).line, message: `This is not YAML: ${message}. ${advice(message)}` }));
    return { ok: false, problems: problems.slice(0, 5) };
  }
  const reader = new YamlReader(lines);
  const value = reader.read(document.contents, 1);
  return reader.problems.length > 0 ? { ok: false, problems: reader.problems } : { ok: true, value };
}

function advice(message: string): string {
  if (/call stack/i.test(message)) return 'There are far too many brackets inside brackets: look for some that were never closed';
  if (/tab/i.test(message)) return 'Indent with spaces';
  if (/quote/i.test(message)) return 'Close the quotation mark on the same line';
  if (/flow|end with/i.test(message)) return 'Close what was opened with { or [';
  if (/mapping|implicit key/i.test(message)) return 'Put words with a colon in quotes, and line up the keys of a step';
  return 'Look at the line, and at the end of the one before';
}

/** The rest of an amount that was cut at its comma: `000.00` of £20,000.00. */
const tail = /^\d{3}(\.\d*)?$/;
const head = /^£?\d{1,3}$/;

class YamlReader {
  readonly problems: PlaybookProblem[] = [];

  constructor(private readonly lines: LineCounter) {}

  read(node: unknown, line: number, depth = 0): Written {
    const here = this.#line(node, line);
    mustBeShallow(depth, here);
    if (isMap(node)) return this.#mapping(node, here, depth);
    if (isSeq(node)) {
      this.#notSplit(node.items.map((item) => wordsOf(item)), here);
      return list(node.items.map((item) => this.read(item, here, depth + 1)), here);
    }
    if (isAlias(node)) this.problems.push({ line: here, message: `A playbook has no *${node.source}: write it out, or use repeat: for rows that are alike` });
    return scalar(isScalar(node) ? (typeof node.value === 'bigint' ? String(node.value) : node.value) : null, here);
  }

  #mapping(node: YAMLMap, line: number, depth: number): Written {
    const pairs = node.items as readonly Pair<unknown, unknown>[];
    const isSplit = node.flow === true && this.#notSplit(pairs.flatMap(({ key, value }) => (value === null ? [wordsOf(key)] : ['', wordsOf(value)])), line);
    const parts = new Map<string, Written>();
    for (const { key, value } of pairs) {
      const name = wordsOf(key);
      const at = this.#line(key, line);
      if (isSplit && value === null && tail.test(name)) continue;
      if (!isScalar(key)) this.problems.push({ line: at, message: 'A name before a colon must be a single word' });
      if (parts.has(name)) this.problems.push({ line: at, message: `"${name}" is there twice. Keep one of them` });
      const part = this.read(value, at, depth + 1);
      // A complaint about a value that spans lines belongs to where its name stands.
      parts.set(name, part.form === 'scalar' ? { ...part, line: at } : part);
    }
    return mapping(parts, line);
  }

  /** YAML takes the comma of an unquoted amount for the end of the entry. */
  #notSplit(words: readonly string[], line: number): boolean {
    let found = false;
    words.forEach((word, index) => {
      if (!head.test(word) || !tail.test(words[index + 1] ?? '') || (tail.test(word) && head.test(words[index - 1] ?? ''))) return;
      const end = words.findIndex((each, i) => i > index && !tail.test(each));
      const pieces = words.slice(index, end === -1 ? undefined : end);
      if (!word.startsWith('£') && pieces.every((piece) => !piece.includes('.'))) return; // [ 12, 345 ] may be two numbers
      found = true;
      const amount = pieces.join(',');
      this.problems.push({ line, message: `Money without quotes: YAML split ${amount} at its comma. Write "${amount}"` });
    });
    return found;
  }

  #line(node: unknown, otherwise: number): number {
    const start = (node as Node | null)?.range?.[0];
    return start === undefined ? otherwise : this.lines.linePos(start).line;
  }
}

/** A scalar as it was written: 000.00, not the nought that YAML makes of it. */
function wordsOf(node: unknown): string {
  if (!isScalar(node)) return '';
  return node.source ?? String(node.value);
}
