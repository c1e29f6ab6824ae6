/** Whether two terms say the same, in whatever order their fields came. */
export function sameTerms(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [keysOf(one), keysOf(other)];
  return keys.length === others.length && keys.every((key) => sameTerms((one as Readonly<Record<string, unknown>>)[key], (other as Readonly<Record<string, unknown>>)[key]));
}

/** A field that is left out and one without a value are the same. */
const keysOf = (value: object): readonly string[] => Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [key]));
