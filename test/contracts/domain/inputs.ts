import { addDays, fieldsOf, toDate, type FieldSpec, type ShapeClass } from '#kernel';

/** Draws whole numbers below a bound, and lists what the office has. */
export interface Drawing {
  below(bound: number): number;
  readonly references: (prefix: string) => readonly string[];
}

/** Few values, so that amounts agree, codes are taken and days overlap as often as they do in an office. */
const amounts = ['£1.00', '£5,000.00', '£5,000.00', '£5,000.00', '£10,000.00', '£60,000.00'];
const codes: Readonly<Record<string, readonly string[]>> = {
  fund: ['IMPROVEMENT', 'OTHER'],
  programme: ['FUTURE'],
  body: ['board', 'lead-members'],
  from: ['board', 'board', 'lead-members'],
  to: ['lead-members', 'board'],
  code: ['board', 'lead-members', 'IMPROVEMENT', 'FUTURE'],
};
const firstDay = toDate('2012-04-01');
const pick = <Value>(from: readonly Value[], draw: Drawing): Value => from[draw.below(from.length)] as Value;

/** An input as the edge would take it, drawn from nothing but the command's own fields: a new command needs nothing here. */
export function drawInput(shape: ShapeClass, draw: Drawing): Record<string, unknown> {
  const entries = [...fieldsOf(shape)].filter(([, spec]) => spec.required || draw.below(2) === 1);
  return Object.fromEntries(entries.map(([key, spec]) => [key, drawValue(key, spec, draw)]));
}

function drawValue(key: string, spec: FieldSpec, draw: Drawing): unknown {
  const [kind, prefix = ''] = spec.kind.split(':');
  switch (kind) {
    case 'reference': {
      const latest = draw.references(prefix).slice(-3);
      return latest.length > 0 ? pick(latest, draw) : `${prefix}-2012-001`;
    }
    case 'money':
      return pick(amounts, draw);
    case 'code':
      return pick(codes[key] ?? ['nothing'], draw);
    case 'choice':
      return pick(spec.schema['enum'] as readonly string[], draw);
    case 'date':
      return addDays(firstDay, draw.below(120));
    case 'text':
      return `${spec.label} ${draw.below(3)}`;
    case 'financial-year':
      return pick(['FY1213', 'FY1213', 'FY1314'], draw);
    case 'percent':
    case 'count':
      return pick([1, 25, 100], draw);
    case 'list':
      return Array.from({ length: draw.below(3) }, () => drawInput(part(spec, ''), draw));
    case 'one-of': {
      const tag = pick(Object.keys(spec.parts ?? {}), draw);
      return { kind: tag, ...drawInput(part(spec, tag), draw) };
    }
    default:
      throw new Error(`Nobody said how to draw a ${spec.kind} for ${key}`);
  }
}

function part(spec: FieldSpec, name: string): ShapeClass {
  const shape = spec.parts?.[name];
  if (!shape) throw new Error(`${spec.label} has no part "${name}"`);
  return shape;
}
