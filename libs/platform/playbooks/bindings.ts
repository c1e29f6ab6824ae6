import { nearest } from './nearest.js';
import { bindingName } from './written-step.js';
import { withScalars, scalar, type PlaybookProblem, type Written } from './written.js';

/** References by the names that steps gave them: "$birmingham" → AW-2012-001. */
export type Bindings = ReadonlyMap<string, string>;

export const isBinding = (value: unknown): value is string => typeof value === 'string' && bindingName.test(value);

/** An input with every $name replaced by its reference. A name that nobody created is noted and left as it is. */
export function bound(input: Written, bindings: Bindings, note?: (problem: PlaybookProblem) => void): Written {
  return withScalars(input, (written) => {
    if (!isBinding(written.value)) return written;
    const reference = bindings.get(written.value);
    if (reference !== undefined) return scalar(reference, written.line);
    const known = [...bindings.keys()];
    const there = known.length > 0 ? nearest(written.value, known, `So far there are: ${known.slice(-12).join(', ')}`) : 'No step before it has as:';
    note?.({ line: written.line, message: `Nobody created ${written.value} before this step. ${there}` });
    return written;
  });
}

/** The $names that an input waits for. */
export function namesIn(input: Written): ReadonlySet<string> {
  const names = new Set<string>();
  withScalars(input, (written) => {
    if (isBinding(written.value)) names.add(written.value);
    return written;
  });
  return names;
}
