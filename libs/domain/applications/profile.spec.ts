import { toCode, toDate, toReference, type Code } from '#kernel';
import type { Form } from '#domain/programmes';
import type { Answers } from './answers.js';
import { AnswersKept } from './profile.events.js';
import { completed, profile, toKeep } from './profile.js';

const [homes, land, truth] = ['homes', 'land', 'truth'].map(toCode) as [Code, Code, Code];
const number = (question: Code, value: number): Answers[number] => ({ question, answer: { kind: 'number', number: value } });
const form = (most: number): Form => [
  { code: homes, ask: 'How many homes?', required: true, reusable: true, answer: { kind: 'number', of: 'homes', most } },
  { code: land, ask: 'How much land?', required: true, reusable: false, answer: { kind: 'number', of: 'hectares' } },
  { code: truth, ask: 'Is it true?', required: true, reusable: true, answer: { kind: 'declaration', statement: 'It is true' } },
];
const given: Answers = [number(homes, 600), number(land, 9), { question: truth, answer: { kind: 'declaration', agreed: true } }];
const told = (answers: Answers, on = '2012-05-01', before = profile.initial) =>
  profile.evolve(before, AnswersKept({ organisation: toReference('OR', 'OR-2012-001'), organisationName: 'East Riding', answers, from: toReference('AP', 'AP-2012-001') }), { ref: 'OR-2012-001', version: 1, on: toDate(on), by: 'person:officer' });

describe('what a body told before', () => {
  it('is what its forms marked as reusable, and never a declaration', () => {
    expect(toKeep(form(1_000), given, profile.initial)).toEqual([number(homes, 600)]);
    expect(toKeep(form(1_000), given, told([number(homes, 600)]))).toEqual([]);
    expect(toKeep(form(1_000), given, told([number(homes, 500)]))).toEqual([number(homes, 600)]);
  });

  it('is used again where the form of today asks it and it fits', () => {
    expect(completed(form(1_000), [], told([number(homes, 600)]))).toEqual({ answers: [number(homes, 600)], reused: [{ question: homes }] });
    expect(completed(form(599), [], told([number(homes, 600)]))).toEqual({ answers: [], reused: [] });
    expect(completed([], [], told([number(homes, 600)]))).toEqual({ answers: [], reused: [] });
  });

  it('gives way to what is told now, and the newest of it stands', () => {
    expect(completed(form(1_000), [number(homes, 700)], told([number(homes, 600)]))).toEqual({ answers: [number(homes, 700)], reused: [] });
    expect(completed(form(1_000), [number(homes, 600)], told([number(homes, 600)])).reused).toEqual([{ question: homes }]);
    expect(completed(form(1_000), [], told([number(homes, 800)], '2012-06-01', told([number(homes, 600)]))).answers).toEqual([number(homes, 800)]);
  });
});
