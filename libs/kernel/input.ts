import { validateSync, type ValidationError } from 'class-validator';
import { fieldsOf, type Problem, type ShapeClass } from './field.js';
import { rememberRules } from './remembered-rules.js';

rememberRules();

/** What came of reading an input: the value, or every problem with it, one per field. */
export type Reading<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Problem[] };

export const isObject = (raw: unknown): raw is Record<string, unknown> => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/**
 * Reads an untrusted input into a decorated class: brings each field into form, refuses fields that nobody declared
 * (naming the nearest one), and lets class-validator judge the rest, once, at the edge.
 */
export function readInput<Value extends object>(shape: new () => Value, raw: unknown): Reading<Value> {
  if (!isObject(raw)) return { ok: false, problems: [{ field: '', message: 'The input must be fields with values, like { "award": "AW-2012-004" }' }] };
  const problems: Problem[] = [];
  const filled = fillShape(shape, raw, (problem) => problems.push(problem), '');
  const found = validateSync(filled, { stopAtFirstError: true, forbidUnknownValues: false });
  problems.push(...found.flatMap((error) => explain(error, '')));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: plain(filled) as Value };
}

/** A new instance of the class with every declared field brought into form. */
export function fillShape(shape: ShapeClass, raw: Readonly<Record<string, unknown>>, note: (problem: Problem) => void, path: string): object {
  const at = (key: string): string => (path ? `${path}.${key}` : key);
  const fields = fieldsOf(shape);
  const filled: Record<string, unknown> = new shape() as Record<string, unknown>;
  for (const [key, spec] of fields) {
    const given = Object.hasOwn(raw, key) ? raw[key] : undefined;
    if (given !== undefined && given !== null) filled[key] = spec.coerce(given, note, at(key));
  }
  for (const key of Object.keys(raw)) {
    if (!fields.has(key)) note({ field: at(key), message: unknownField(key, [...fields.keys()]) });
  }
  return filled;
}

function unknownField(key: string, known: readonly string[]): string {
  if (/^\d{3}(\.\d+)?$/.test(key)) {
    return `"${key}" looks like the end of an amount that was split at its comma. Put money in quotes, like "£20,000.00"`;
  }
  const near = known.map((name) => ({ name, steps: distance(key.toLowerCase(), name.toLowerCase()) })).sort((a, b) => a.steps - b.steps)[0];
  const advice = near && near.steps <= Math.max(2, key.length / 3) ? `Did you mean "${near.name}"?` : `It takes: ${known.join(', ') || 'no fields'}`;
  return `There is no field "${key}". ${advice}`;
}

/** Levenshtein distance: how many letters to add, drop or replace. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function explain(error: ValidationError, path: string): Problem[] {
  const field = path ? `${path}.${error.property}` : error.property;
  const own = Object.values(error.constraints ?? {});
  if (own[0] !== undefined && !error.children?.length) return [{ field, message: own[0] }];
  return (error.children ?? []).flatMap((child) => explain(child, field));
}

/** The same data without classes, as events and rules take it. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined).map(([key, each]) => [key, plain(each)]));
}
