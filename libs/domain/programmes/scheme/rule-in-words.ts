import type { Code } from '#kernel';
import { identifierRegister, organisationType, partnerRole } from '#domain/organisations';
import { questionOf, type Form } from '../form.js';
import type { EligibilityRule } from './eligibility-rule.js';

/** A rule with its effect and where it stands: "Only if …" refuses, "Preferred if …" is noted. A question is named as the form asks it, where there is one. */
export function ruleInWords(rule: EligibilityRule, form: Form): string {
  const words = conditionOf(rule, form);
  const source = rule.source === undefined ? '' : ` (${rule.source})`;
  return rule.effect === 'refuses' ? `Only if ${words}${source}.` : `Preferred if ${words}; whoever does not meet it may come all the same${source}.`;
}

function conditionOf(rule: EligibilityRule, form: Form): string {
  const named = (asked: Code): string => {
    const question = questionOf(form, asked);
    return question ? `“${question.ask}”` : asked;
  };
  switch (rule.kind) {
    case 'type-of-body':
      return `the body is a ${either(rule.types.map(({ type }) => organisationType.spec.show(type)))}`;
    case 'region':
      return `the body is in ${either(rule.regions.map(({ region }) => region))}`;
    case 'identified-in':
      return `the body has an identifier in ${identifierRegister.spec.show(rule.register)}`;
    case 'partners':
      return `it comes with ${between(rule.least, rule.most)} ${rule.role === undefined ? 'partners' : `partners as ${partnerRole.spec.show(rule.role)}`}`;
    case 'number':
      return `the answer to ${named(rule.question)} is ${between(rule.least, rule.most)}`;
    case 'answered':
      return `the answer to ${named(rule.question)} is ${either(rule.options.map(({ option }) => `“${wordsOfOption(form, rule.question, option)}”`))}`;
    case 'declared':
      return `the declaration ${named(rule.question)} is made`;
  }
}

/** An answer as the form words it, where there is a form. */
function wordsOfOption(form: Form, asked: Code, option: Code): string {
  const answer = questionOf(form, asked)?.answer;
  return (answer?.kind === 'choice' ? answer.options.find((each) => each.option === option)?.words : undefined) ?? option;
}

const either = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`);

function between(least: number | undefined, most: number | undefined): string {
  const [low, high] = [grouped(least), grouped(most)];
  if (low !== undefined && high !== undefined) return low === high ? `exactly ${low}` : `from ${low} to ${high}`;
  if (low !== undefined) return `at least ${low}`;
  return high === undefined ? 'any number' : `at most ${high}`;
}
/** "1,000". */
const grouped = (figure: number | undefined): string | undefined => figure?.toString().replace(/\B(?=(\d{3})+$)/g, ',');
