import { addDays, fieldsOf, toDate, type FieldSpec, type ShapeClass } from '#kernel';

/** Draws whole numbers below a bound, and lists what the office has. */
export interface Drawing {
  below(bound: number): number;
  readonly references: (prefix: string) => readonly string[];
  /** What somebody who knows the case would write; nothing leaves the field to the draw. */
  readonly likely?: (key: string, spec: FieldSpec) => unknown;
}

/** Few values, so that amounts agree, codes are taken and days overlap as often as they do in an office. */
const amounts = ['£1.00', '£5,000.00', '£5,000.00', '£5,000.00', '£10,000.00', '£60,000.00'];
const codes: Readonly<Record<string, readonly string[]>> = {
  fund: ['IMPROVEMENT', 'OTHER'],
  programme: ['FUTURE', 'FUTURE', 'FUTURE', 'FUTURE', 'FUTURE', 'board'],
  body: ['board', 'lead-members'],
  from: ['board', 'board', 'lead-members'],
  to: ['lead-members', 'board'],
  code: ['board', 'lead-members', 'IMPROVEMENT', 'FUTURE', 'value', 'value'],
  criterion: ['value', 'value', 'value', 'quality', 'FUTURE'],
};
const firstDay = toDate('2012-04-01');
const pick = <Value>(from: readonly Value[], draw: Drawing): Value => from[draw.below(from.length)] as Value;

/** An input as the edge would take it, drawn from nothing but the command's own fields: a new command needs nothing here. */
export function drawInput(shape: ShapeClass, draw: Drawing): Record<string, unknown> {
  const entries = [...fieldsOf(shape)].filter(([, spec]) => spec.required || draw.below(2) === 1);
  return Object.fromEntries(entries.map(([key, spec]) => [key, draw.likely?.(key, spec) ?? drawValue(key, spec, draw)]));
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
      return addDays(firstDay, draw.below(12) === 0 ? 500 + draw.below(300) : draw.below(120));
    case 'person':
      return `person:${pick(['officer', 'clerk', 'treasurer', 'director', `guest-${draw.below(30)}`, 'installation'], draw)}`;
    case 'text':
      return `${spec.label} ${draw.below(3)}`;
    case 'permission':
      return pick(['award:approve', 'register:read', 'people:grant', 'token:issue'], draw);
    case 'financial-year':
      return pick(['FY1213', 'FY1213', 'FY1314'], draw);
    case 'percent':
    case 'count':
      return bounded(pick([1, 2, 25, 100], draw), spec.schema);
    case 'yes-no':
      return draw.below(2) === 1;
    case 'days':
      return pick(['0.5', '1', '2.5', '14'], draw);
    case 'group':
      return drawInput(part(spec, ''), draw);
    case 'list':
      return Array.from({ length: bounded(draw.below(3), { minimum: spec.schema['minItems'], maximum: spec.schema['maxItems'] }) }, () => drawInput(part(spec, ''), draw));
    case 'list-of':
      return Array.from({ length: bounded(1 + draw.below(3), { minimum: spec.schema['minItems'], maximum: spec.schema['maxItems'] }) }, () => drawKind(spec, draw));
    case 'one-of':
      return drawKind(spec, draw);
    default:
      throw new Error(`Nobody said how to draw a ${spec.kind} for ${key}`);
  }
}

/** One of the kinds that a one-of may be. */
function drawKind(spec: FieldSpec, draw: Drawing): Record<string, unknown> {
  const tag = pick(Object.keys(spec.parts ?? {}), draw);
  return { kind: tag, ...drawInput(part(spec, tag), draw) };
}

/** The nearest number that the field takes. */
function bounded(wanted: number, { minimum, maximum }: { readonly minimum?: unknown; readonly maximum?: unknown }): number {
  return Math.min(Math.max(wanted, typeof minimum === 'number' ? minimum : wanted), typeof maximum === 'number' ? maximum : wanted);
}

function part(spec: FieldSpec, name: string): ShapeClass {
  const shape = spec.parts?.[name];
  if (!shape) throw new Error(`${spec.label} has no part "${name}"`);
  return shape;
}
