import { numbered, toCode, toPerson, toReference, type ApplicationRef, type NewEvent } from '#kernel';
import { entriesEvents } from '#domain/applications';
import { assessmentEvents } from '#domain/assessments';

/** References of a year in which nothing else is measured. */
const year = '1001';
export const bidOf = (number: number): ApplicationRef => numbered('AP', year, number);
const nameOf = (number: number): string => `Measured council ${number}`;
const [homes, size, sound] = [toCode('homes'), toCode('size'), toCode('sound')];

/** How many homes a made-up council has: no two in a row alike, and never none. */
export const homesOf = (number: number): number => 1 + ((number * 7_919) % 99_991);

/** So many applications as their round's register holds them, each with the answers that rules and weights cite. */
export function* entered(roundRef: string, count: number): Generator<NewEvent> {
  const round = toReference('RD', roundRef);
  for (let number = 1; number <= count; number += 1) {
    yield entriesEvents.ApplicationEntered({
      round, application: bidOf(number), organisation: numbered('OR', year, number), organisationName: nameOf(number), number, organisationType: number % 3 === 0 ? 'county' : 'district',
      region: number % 2 === 0 ? 'North West' : 'South East', partnerRoles: [{ role: 'joint-applicant' }], eligible: true, flags: 0, bodies: 2,
      facts: [{ question: homes, number: homesOf(number) }, { question: size, option: number % 5 === 0 ? toCode('large') : toCode('small') }, { question: sound, option: toCode('declared') }],
    });
  }
}

const criteria = [{ criterion: toCode('value'), name: 'Value for money', weight: 60 }, { criterion: toCode('reach'), name: 'Councils reached', weight: 40 }] as const;

/** What three assessors gave each of them: no two applications came to the same. */
export function* assessed(roundRef: string, count: number): Generator<NewEvent> {
  const round = toReference('RD', roundRef);
  for (const assessor of ['one', 'two', 'three']) {
    for (let number = 1; number <= count; number += 1) {
      yield assessmentEvents.ApplicationAssessed({
        round, application: bidOf(number), organisationName: nameOf(number), assessedBy: toPerson(`bench-assessor-${assessor}`), points: (number * 7_919) % 10_000, outOf: 10_000,
        scores: criteria.map((each) => ({ ...each, score: number % 100, reason: 'As the bid says on page 4' })),
      });
    }
  }
}

/** Six rules as schemes have them: what is refused, and what is only noted. */
export const sixRules = [
  { kind: 'type-of-body', code: 'councils', effect: 'refuses', types: [{ type: 'district' }, { type: 'county' }] },
  { kind: 'region', code: 'north', effect: 'flags', regions: [{ region: 'North West' }] },
  { kind: 'partners', code: 'joint', effect: 'refuses', least: 1, role: 'joint-applicant' },
  { kind: 'number', code: 'homes-enough', effect: 'refuses', question: 'homes', least: 1, most: 1_000_000 },
  { kind: 'answered', code: 'small', effect: 'flags', question: 'size', options: [{ option: 'small' }] },
  { kind: 'declared', code: 'declared-sound', effect: 'refuses', question: 'sound' },
];
