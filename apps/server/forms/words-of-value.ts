import { fieldsOf, type FieldSpec, type Money, type ShapeClass } from '#kernel';
import type { Words } from './read-form.js';

/** A value as the boxes of a form hold it, so that what stands can be changed: the way back from `readForm`. */
export function wordsOfValue(spec: FieldSpec, value: unknown, name: string): Words {
  if (value === undefined || value === null) return {};
  switch (spec.widget) {
    case 'date': {
      const [year = '', month = '', day = ''] = String(value).split('-');
      return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year };
    }
    case 'one-of': {
      const { kind } = value as { readonly kind: string };
      return { [`${name}.kind`]: kind, ...wordsOfFields(spec.parts?.[kind] ?? class {}, value, `${name}.${kind}.`) };
    }
    case 'group':
      return wordsOfFields(spec.parts?.[''] ?? class {}, value, `${name}.`);
    case 'list':
      return joined((value as readonly unknown[]).map((row, i) => wordsOfFields(spec.parts?.[''] ?? class {}, row, `${name}.${i}.`)));
    case 'list-of':
      return joined((value as readonly unknown[]).map((row, i) => wordsOfValue({ ...spec, widget: 'one-of' }, row, `${name}.${i}`)));
    case 'money':
      return { [name]: plainPounds(value as Money) };
    case 'yes-no':
      return { [name]: value === true ? 'yes' : 'no' };
    default:
      return { [name]: spec.kind === 'days' ? String(Number(value) / 100) : String(value as string | number) };
  }
}

const wordsOfFields = (shape: ShapeClass, value: unknown, prefix: string): Words =>
  joined([...fieldsOf(shape)].map(([key, spec]) => wordsOfValue(spec, (value as Readonly<Record<string, unknown>>)[key], `${prefix}${key}`)));

const joined = (all: readonly Words[]): Words => Object.assign({}, ...all) as Words;
/** "20000.00", as a box with a pound sign before it takes it. */
const plainPounds = ({ minor }: Money): string => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
