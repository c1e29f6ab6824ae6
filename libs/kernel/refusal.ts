/** What a refusal may mention: plain values that its sentence shows. */
export type RefusalDetails = Readonly<Record<string, string | number>>;

/** A rule's answer "no": returned, never thrown, with a name from the command's closed list. */
export class Refusal<Name extends string = string> {
  constructor(
    readonly name: Name,
    readonly details: RefusalDetails = {},
  ) {}
}

/** Refuse with a declared reason. `details` fill the {placeholders} of its sentence. */
export const refuse = <const Name extends string>(name: Name, details?: RefusalDetails): Refusal<Name> => new Refusal(name, details);

export const isRefusal = (value: unknown): value is Refusal => value instanceof Refusal;

/** Fills {placeholders} in a declared sentence. A placeholder without a value is a bug and throws. */
export function fill(sentence: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`"${sentence}" needs a value for {${name}}`);
    return String(value);
  });
}
