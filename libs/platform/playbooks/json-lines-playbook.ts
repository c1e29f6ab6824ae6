import { fromJson, list, type PlaybookProblem, type Reading, type Written } from './written.js';

/** Reads JSON Lines: one step a line; a first line with `playbook` is the header. Gives the shape that YAML gives. */
export function readJsonLines(text: string): Reading<Written> {
  const problems: PlaybookProblem[] = [];
  const read: Written[] = [];
  text.split(/\r?\n/).forEach((words, index) => {
    if (words.trim() === '') return;
    const line = index + 1;
    try {
      read.push(fromJson(JSON.parse(words), line));
    } catch (fault) {
      if (!(fault instanceof SyntaxError)) throw fault;
      problems.push({ line, message: `This line is not JSON: ${fault.message}. Write one step a line, like {"on":"2012-06-13","by":"programme-manager","do":"ApproveAward","with":{}}` });
    }
  });
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 5) };
  const [first, ...rest] = read;
  if (!first?.parts.has('playbook')) return { ok: true, value: list(read, 1) };
  return { ok: true, value: { ...first, parts: new Map([...first.parts, ['steps', list(rest, first.line)]]) } };
}
