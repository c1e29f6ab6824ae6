import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;

/**
 * class-validator looks through all classes that were ever decorated whenever one of them is validated: a cost that grows with
 * the number of commands. Our shapes are complete once they are validated and never inherit, so what it found is kept.
 */
export function rememberRules(storage: Storage = getMetadataStorage()): void {
  const found = new WeakMap<object, Rules>();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  storage.getTargetValidationMetadatas = (shape, schema, ...how) => {
    const known = schema ? undefined : found.get(shape);
    if (known) return known;
    const rules = find(shape, schema, ...how);
    if (!schema) found.set(shape, rules);
    return rules;
  };
}
