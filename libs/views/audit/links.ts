import { fieldsOf, type AnyEvent, type FieldSpec, type Happened } from '#kernel';

/** Something that an event concerns. `aside`: true, but not what somebody asks for who looks at that thing. */
export interface Link {
  readonly subject: string;
  readonly aside: boolean;
}

/** The office's own book-keeping. */
const machinery: readonly string[] = ['limit', 'identifier', 'numbers', 'log'];
/** What an award's own page tells. An application or a piece of evidence says the same thing once more. */
const toldByAward: readonly string[] = ['award', 'match', 'payment', 'decision', 'assignment', 'saving', 'delivery', 'dayslog'];

const isAside = (category: string, subject: string): boolean => machinery.includes(category) || (subject.startsWith('AW-') && !toldByAward.includes(category));

/** References and codes in an event's data, found by the kinds of its declared fields. */
function named(fields: ReadonlyMap<string, FieldSpec>, data: unknown, found: Set<string>): void {
  if (typeof data !== 'object' || data === null) return;
  for (const [name, spec] of fields) {
    const value = (data as Readonly<Record<string, unknown>>)[name];
    if (value === undefined) continue;
    if (typeof value === 'string') {
      if (spec.kind === 'code' || spec.kind.startsWith('reference:')) found.add(value);
      continue;
    }
    for (const each of Array.isArray(value) ? (value as readonly unknown[]) : [value]) inParts(spec, each, found);
  }
}

function inParts({ parts = {} }: FieldSpec, value: unknown, found: Set<string>): void {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? String(value.kind) : '';
  const shape = parts[kind] ?? parts[''];
  if (shape) named(fieldsOf(shape), value, found);
}

/** Everything that an event concerns: its own stream's thing, and what its data names. */
export function linksOf({ category, ref, data }: Happened, declared: AnyEvent | undefined): readonly Link[] {
  const found = new Set(category === 'limit' ? ref.split('.') : [ref]);
  if (declared) named(declared.fields, data, found);
  return [...found].map((subject) => ({ subject, aside: isAside(category, subject) }));
}
