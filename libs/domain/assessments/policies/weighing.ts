import { refuse, type ApplicationRef, type Refusal } from '#kernel';
import { numberAnswered, type Entry } from '#domain/applications';
import type { SharingRule } from '#domain/programmes';

export const weightRefusals = {
  'shares-are-equal': 'The shares of this round are equal, so it takes no weights',
  'weights-name-another': '{application} is not among the applications that share. Leave it out of the weights',
  'weight-is-missing': '{name} has no weight: it did not answer {question}, and no weight is given for it',
  'weight-was-answered': '{name} answered {answered} to {question}, so its weight cannot be {weight}. Leave it out of the weights, or return the application to be put right',
  'weights-do-not-sum': 'The weights come to {sum}, and the terms say that they come to {stated}',
  'weights-say-nothing': 'The weights come to {sum}. They must come to more than nothing and to what can be added exactly',
} as const;

interface Weighed {
  readonly application: ApplicationRef;
  readonly weight: number;
}

/** The weight of each application in its order: all alike, or what was given for it, or what it answered. */
export function weighing(by: SharingRule, open: readonly Entry[], given: readonly Weighed[] | undefined): Refusal<keyof typeof weightRefusals> | readonly number[] {
  if (by.kind === 'equal') return given ? refuse('shares-are-equal') : open.map(() => 1);
  const stated = new Map((given ?? []).map(({ application, weight }) => [application, weight]));
  const known = new Set(open.map(({ application }) => application));
  const stranger = [...stated.keys()].find((each) => !known.has(each));
  if (stranger) return refuse('weights-name-another', { application: stranger });
  const weights: number[] = [];
  for (const { application, organisationName, facts } of open) {
    const [answered, said] = [numberAnswered(facts, by.question), stated.get(application)];
    // What a body answered is what its share goes by: nobody who shares puts another number in its place.
    if (answered !== undefined && said !== undefined && said !== answered) return refuse('weight-was-answered', { name: organisationName, answered, question: by.question, weight: said });
    const weight = answered ?? said;
    if (weight === undefined) return refuse('weight-is-missing', { name: organisationName, question: by.question });
    weights.push(weight);
  }
  const sum = weights.reduce((a, b) => a + b, 0);
  if (by.sumsTo !== undefined && sum !== by.sumsTo) return refuse('weights-do-not-sum', { sum, stated: by.sumsTo });
  return sum > 0 && Number.isSafeInteger(sum) ? weights : refuse('weights-say-nothing', { sum });
}
