import { fieldsOf, type FieldSpec, type ShapeClass } from '#kernel';

/** An input as a browser's form would send it: the way back from what apps/server/forms reads. */
export function formWords(shape: ShapeClass, input: object, prefix = ''): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [key, spec] of fieldsOf(shape)) {
    const value = (input as Readonly<Record<string, unknown>>)[key];
    if (value !== undefined) Object.assign(words, wordsOf(spec, value, `${prefix}${key}`));
  }
  return words;
}

export function dateWords(name: string, date: string): Record<string, string> {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

const partOf = ({ parts }: FieldSpec, kind = ''): ShapeClass => {
  const part = parts?.[kind];
  if (!part) throw new Error(`This field has no part "${kind}"`);
  return part;
};

function wordsOf(spec: FieldSpec, value: unknown, name: string): Record<string, string> {
  switch (spec.widget) {
    case 'date':
      return dateWords(name, String(value));
    case 'one-of': {
      const { kind, ...rest } = value as { readonly kind: string };
      return { [`${name}.kind`]: kind, ...formWords(partOf(spec, kind), rest, `${name}.${kind}.`) };
    }
    case 'group':
      return formWords(partOf(spec), value as object, `${name}.`);
    case 'list-of':
      return Object.assign({}, ...(value as readonly { readonly kind: string }[]).map(({ kind, ...rest }, i) => ({ [`${name}.${i}.kind`]: kind, ...formWords(partOf(spec, kind), rest, `${name}.${i}.${kind}.`) }))) as Record<string, string>;
    case 'list':
      return Object.assign({}, ...(value as readonly object[]).map((row, i) => formWords(partOf(spec), row, `${name}.${i}.`))) as Record<string, string>;
    default:
      return { [name]: String(value) };
  }
}
