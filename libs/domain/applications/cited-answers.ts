import { code, count, list, optional, toCode, type Code, type FieldValue } from '#kernel';

/**
 * The answers that a rule, a ranking or a weight can cite: numbers, the options that were chosen (one line for each), and
 * declarations that were made. They stand in the register of the round, so that ten thousand bids are judged from one stream.
 */
export const citedAnswers = list(
  'Answers that rules can cite',
  { question: code('Question'), number: optional(count('Number', { max: 1_000_000_000_000 })), option: optional(code('Answer')) },
  '{question}: {number}{option}',
  { max: 1_000 },
);
export type Facts = FieldValue<typeof citedAnswers>;

/** How a declaration that was made stands among the answers that rules cite. */
export const declared = toCode('declared');

/** The number that was answered; undefined where none was. */
export const numberAnswered = (facts: Facts, question: Code): number | undefined => facts.find((each) => each.question === question)?.number;

/** The options that were chosen; none where the question was not answered. */
export const optionsChosen = (facts: Facts, question: Code): readonly Code[] => facts.flatMap((each) => (each.question === question && each.option !== undefined ? [each.option] : []));
