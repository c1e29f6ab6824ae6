import { choice, code, count, list, oneOf, optional, text, variant, type FieldValue } from '#kernel';
import { identifierRegister, organisationType, partnerRole } from '#domain/organisations';

const most = 1_000_000_000_000;
const base = {
  code: code('Rule', { hint: 'A short code without spaces, like size: whoever is refused is told it' }),
  effect: choice('If it is not met', { refuses: 'an application that does not meet it is refused', flags: 'it is a preference: not to meet it is noted' }),
  source: optional(text('Where it stands', { hint: 'The document and paragraph that say so' })),
};

/** Who may apply, or is preferred. A verdict cites the rule and the version of the terms that it stood in. */
export const eligibilityRule = oneOf('Rule', {
  'type-of-body': variant({ ...base, types: list('Types', { type: organisationType }, '{type}', { min: 1, max: 20 }) }, 'the body is one of: {types}', 'The type of the body'),
  region: variant({ ...base, regions: list('Regions', { region: text('Region') }, '{region}', { min: 1, max: 50 }) }, 'the body is in one of: {regions}', 'The region of the body'),
  'identified-in': variant({ ...base, register: identifierRegister }, 'the body is known to {register}', 'A register that knows the body'),
  partners: variant({ ...base, least: count('At least', { max: 100 }), most: optional(count('At most', { max: 100 })), role: optional(partnerRole) }, 'it has at least {least} partners', 'How many partners it comes with'),
  number: variant({ ...base, question: code('Question'), least: optional(count('At least', { max: most })), most: optional(count('At most', { max: most })) }, 'the answer to {question} lies within its bounds', 'A number that was answered'),
  answered: variant({ ...base, question: code('Question'), options: list('Answers that qualify', { option: code('Answer') }, '{option}', { min: 1, max: 40 }) }, 'the answer to {question} is one of: {options}', 'A choice that was answered'),
  declared: variant({ ...base, question: code('Declaration') }, 'the declaration {question} was made', 'A declaration that was made'),
});
export type EligibilityRule = FieldValue<typeof eligibilityRule>;
