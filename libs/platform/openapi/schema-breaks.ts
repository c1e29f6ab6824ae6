import type { Part } from './parts.js';
import { part, parts, resolved } from './read-parts.js';

export interface Documents {
  readonly before: Part;
  readonly after: Part;
}

/** Where a schema stands, and on which side: what callers send may only be loosened, what they are answered only added to. */
interface Place {
  readonly place: string;
  readonly sent: boolean;
}

const words = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
const inside = (where: Place, name: string): Place => ({ ...where, place: `${where.place} ${name}` });

/** Bounds: a lowest that rises or a highest that falls refuses what was right before. */
const lowest = ['minimum', 'minLength', 'minItems'];
const highest = ['maximum', 'maxLength', 'maxItems'];
const fixed = ['type', 'const', 'pattern', 'format'];

export function schemaBreaks(where: Place, was: Part, is: Part, documents: Documents): string[] {
  const [before, after] = [resolved(was, documents.before), resolved(is, documents.after)];
  return [
    ...fixed.filter((key) => before[key] !== undefined && (where.sent || key === 'type' || key === 'const') && before[key] !== after[key]).map((key) => `${where.place}: ${key} is ${String(after[key])}, no longer ${String(before[key])}`),
    ...(where.sent ? boundBreaks(where, before, after) : []),
    ...words(before['enum']).filter((word) => after['enum'] !== undefined && !words(after['enum']).includes(word)).map((word) => `${where.place}: ${String(word)} is gone`),
    ...propertyBreaks(where, before, after, documents),
    ...(before['items'] === undefined ? [] : schemaBreaks(inside(where, 'each'), part(before['items']), part(after['items']), documents)),
    ...parts(before['allOf']).flatMap((each, i) => schemaBreaks(where, each, parts(after['allOf'])[i] ?? {}, documents)),
    ...kindBreaks(where, before, after, documents),
  ];
}

function boundBreaks({ place }: Place, before: Part, after: Part): string[] {
  const numberOf = (schema: Part, key: string, without: number): number => (typeof schema[key] === 'number' ? schema[key] : without);
  return [
    ...lowest.filter((key) => numberOf(after, key, -Infinity) > numberOf(before, key, -Infinity)),
    ...highest.filter((key) => numberOf(after, key, Infinity) < numberOf(before, key, Infinity)),
  ].map((key) => `${place}: ${key} is now ${String(after[key])}`);
}

function propertyBreaks(where: Place, before: Part, after: Part, documents: Documents): string[] {
  const [had, has] = [part(before['properties']), part(after['properties'])];
  const lost = Object.entries(had).flatMap(([name, schema]) =>
    has[name] === undefined ? [`${where.place}: the field ${name} is gone`] : schemaBreaks(inside(where, name), part(schema), part(has[name]), documents),
  );
  const [needed, needs] = [words(before['required']), words(after['required'])];
  const [asked, unsure] = where.sent ? [needs, needed] : [needed, needs];
  const changed = asked.filter((name) => !unsure.includes(name) && (where.sent || has[String(name)] !== undefined));
  return [...lost, ...changed.map((name) => `${where.place}: the field ${String(name)} is ${where.sent ? 'now required' : 'no longer always there'}`)];
}

/** Kinds of a one-of are told apart by their `kind`. */
function kindBreaks(where: Place, before: Part, after: Part, documents: Documents): string[] {
  const kindOf = (schema: Part): string => String(part(part(schema['properties'])['kind'])['const']);
  const now = new Map(parts(after['oneOf']).map((schema) => [kindOf(schema), schema]));
  return parts(before['oneOf']).flatMap((schema) => {
    const kind = kindOf(schema);
    const same = now.get(kind);
    return same ? schemaBreaks(inside(where, kind), schema, same, documents) : [`${where.place}: the kind ${kind} is gone`];
  });
}
