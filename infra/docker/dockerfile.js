import { readFileSync } from 'node:fs';

/**
 * @typedef {{ word: string, rest: string, line: number }} Step
 * @typedef {{ from: string, name: string, steps: Step[] }} Stage
 */

/**
 * The stages of a Dockerfile, as far as ours goes: one instruction a line, no continuation, no ARG.
 * @param {string} file
 * @returns {Stage[]}
 */
export function stagesOf(file) {
  /** @type {Stage[]} */
  const stages = [];
  for (const [index, text] of readFileSync(file, 'utf8').split('\n').entries()) {
    const [, word = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(text) ?? [];
    if (word === 'FROM') {
      const [, from = '', name = ''] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(rest) ?? [];
      stages.push({ from, name: name || String(stages.length), steps: [] });
    } else if (word !== '') stages.at(-1)?.steps.push({ word, rest, line: index + 1 });
    else if (text.trim() !== '' && !text.startsWith('#')) throw new Error(`${file}:${index + 1} is none of ours: ${text}`);
  }
  return stages;
}

/**
 * What a COPY takes, from which stage, and where to.
 * @param {string} rest
 */
export function copyOf(rest) {
  const words = rest.split(/\s+/);
  const stage = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
  const to = words.pop() ?? '.';
  return { stage, what: words, to };
}
