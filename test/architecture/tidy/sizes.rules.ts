import { type Rule } from './rule.js';

const lines = (text: string) => text.trimEnd().split('\n').length;
const tooLong = (limit: number, text: string) => (lines(text) > limit ? [{ line: limit, found: `${lines(text)} lines` }] : []);
const isSpec = (path: string) => /\.spec\.ts$/.test(path);
const long = (count: number) => 'x;\n'.repeat(count);

export const sizeRules: readonly Rule[] = [
  {
    name: 'a source file holds one idea (250 lines at most)',
    instead: 'past 250 lines it is two files',
    find: ({ path, text }) => (/\.(ts|js|mjs|njk|scss)$/.test(path) && !isSpec(path) ? tooLong(250, text) : []),
    refuses: [['libs/a.ts', long(251)]],
    accepts: [
      ['libs/a.ts', long(250)],
      ['libs/a.spec.ts', long(299)],
    ],
  },
  {
    name: 'a spec tells one story (300 lines at most)',
    instead: 'past 300 lines it is two specs',
    find: ({ path, text }) => (isSpec(path) ? tooLong(300, text) : []),
    refuses: [['libs/a.spec.ts', long(301)]],
    accepts: [['libs/a.spec.ts', long(300)]],
  },
];

/** House: near 40. Reported, never refused. */
export function medianLines(texts: readonly string[]): number {
  const sorted = texts.map(lines).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
