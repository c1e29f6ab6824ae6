import { Injectable } from '@nestjs/common';
import { answersField } from '#domain/applications';
import { isPublicBody } from '#domain/organisations';
import { formField as questionsField, schemeTerms } from '#domain/programmes';
import { isReference } from '#kernel';
import { Reading } from '../reading/reading.js';
import { ReadingSupport } from '../reading/reading-support.js';
import type { Visit } from '../visits/visit.js';
import type { Words } from './read-form.js';
import { wordsOfValue } from './words-of-value.js';

/** What a form knows before anybody writes: words for its boxes, and what the rows of its lists are about. */
export interface KnownBefore {
  readonly words: Words;
  readonly titles: Readonly<Record<string, string>>;
  /** Lists whose rows are those that are known, and which field of a row is: nobody types a criterion's code. */
  readonly given?: Readonly<Record<string, string>>;
}
type Knows = (reading: Reading, visit: Visit, reference: string) => Promise<KnownBefore>;

const nothing: KnownBefore = { words: {}, titles: {} };
/** Words of the rows of a list: `scores.0.criterion`. */
const rowsOf = (list: string, rows: readonly Words[]): Words => Object.fromEntries(rows.flatMap((row, i) => Object.entries(row).map(([key, word]) => [`${list}.${i}.${key}`, word])));
const titlesOf = (list: string, titles: readonly string[]): Readonly<Record<string, string>> => Object.fromEntries(titles.map((title, i) => [`${list}.${i}`, title]));
const inPlainPounds = (minor: number): string => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;

/** The criteria of the round, one row each; a revision begins with what the assessor gave before. */
const scores: Knows = async (reading, visit, reference) => {
  const application = isReference(reference, 'AP') ? await reading.application(visit, reference) : undefined;
  if (!application) return nothing;
  const own = (await reading.assessments(visit, reference))?.find(({ assessedBy }) => assessedBy === visit.session?.actor);
  const rows = application.criteria.map(({ code }) => {
    const before = own?.scores.find(({ criterion }) => criterion === code);
    return { criterion: code, ...(before ? { score: String(before.score), ...(before.reason === null ? {} : { reason: before.reason }) } : {}) };
  });
  return { words: rowsOf('scores', rows), titles: titlesOf('scores', application.criteria.map(({ name, weight }) => `${name}: ${weight} per cent, from 0 to ${application.highestScore ?? 0}`)), given: { scores: 'criterion' } };
};

/** The recipient and its partners, with the shares that stand. */
const shares: Knows = async (reading, visit, reference) => {
  const award = isReference(reference, 'AW') ? await reading.award(visit, reference) : undefined;
  if (!award) return nothing;
  const split = award.sources.filter(({ shareMinor }) => shareMinor !== null);
  const bodies = split.length > 0
    ? split.map(({ reference: organisation, name, shareMinor }) => ({ organisation, name, amount: inPlainPounds(shareMinor ?? 0) }))
    : [{ organisation: award.recipient, name: award.recipientName, amount: '' }, ...award.partners.filter(({ type }) => isPublicBody(type)).map(({ organisation, name }) => ({ organisation, name, amount: '' }))];
  return { words: rowsOf('shares', bodies.map(({ organisation, amount }) => ({ organisation, ...(amount === '' ? {} : { amount }) }))), titles: titlesOf('shares', bodies.map(({ name }) => name)) };
};

const criteria: Knows = async (reading, visit, reference) => {
  const round = isReference(reference, 'RD') ? await reading.round(visit, reference) : undefined;
  if (!round || round.criteria.length === 0) return nothing;
  return { words: { ...rowsOf('criteria', round.criteria.map(({ code, name, weight }) => ({ code, name, weight: String(weight) }))), highestScore: String(round.highestScore ?? '') }, titles: {} };
};

/** Whose saving it is: the award or the programme that the form was reached from. */
const about: Knows = (_, __, reference) => {
  const kind = isReference(reference, 'AW') ? 'award' : 'programme';
  return Promise.resolve({ words: { 'about.kind': kind, [`about.${kind}.${kind}`]: reference }, titles: {} });
};

/** The terms that stand: a new version begins with them. */
const terms =
  (field: 'terms' | 'scheme'): Knows =>
  async (reading, visit, reference) => {
    const found = await reading.scheme(visit, isReference(reference, 'RD') ? { round: reference } : { programme: reference });
    return found ? { words: wordsOfValue(schemeTerms.spec, found.terms, field), titles: {} } : nothing;
  };

const questions: Knows = async (reading, visit, reference) => {
  const found = isReference(reference, 'RD') ? await reading.form(visit, reference) : undefined;
  return found ? { words: wordsOfValue(questionsField.spec, found.questions, 'questions'), titles: {} } : nothing;
};

type KnowsSupport = (support: ReadingSupport, visit: Visit, reference: string) => Promise<KnownBefore>;

/** The day that was planned. */
const opening: KnowsSupport = async (support, visit, reference) => {
  const { startsOn = null } = (isReference(reference, 'CH') ? await support.cohort(visit, reference) : undefined) ?? {};
  const [year = '', month = '', day = ''] = (startsOn ?? '').split('-');
  return startsOn === null
    ? nothing
    : { words: { 'startsOn-day': String(Number(day)), 'startsOn-month': String(Number(month)), 'startsOn-year': year }, titles: {} };
};

/** Everybody who booked, with all their places: whoever did not graduate is taken out. */
const graduates: KnowsSupport = async (support, visit, reference) => {
  const cohort = isReference(reference, 'CH') ? await support.cohort(visit, reference) : undefined;
  if (!cohort) return nothing;
  const rows = cohort.bodies.map(({ organisation, places }) => ({ organisation, places: String(places) }));
  return { words: rowsOf('graduates', rows), titles: titlesOf('graduates', cohort.bodies.map(({ organisationName }) => organisationName)) };
};

/** What was sent, for whoever may read it: what changes is changed, and the rest stays. */
const sentBefore: Knows = async (reading, visit, reference) => {
  const application = isReference(reference, 'AP') ? await reading.application(visit, reference) : undefined;
  if (!application) return nothing;
  const answers = (await reading.answersOf(visit, reference))?.answers.map(({ question, answer }) => ({ question, answer })) ?? [];
  return { words: { title: application.title, ...wordsOfValue(answersField.spec, answers, 'answers') }, titles: {} };
};

const knownTo: Readonly<Record<string, Knows>> = {
  AssessApplication: scores, ReviseAssessment: scores, SplitMatch: shares, SetCriteria: criteria, ForecastSavings: about,
  DesignScheme: terms('terms'), ReviseRoundTerms: terms('scheme'), SetForm: questions, ResubmitApplication: sentBefore,
};

const knownToSupport: Readonly<Record<string, KnowsSupport>> = { OpenCohort: opening, CompleteCohort: graduates };

/** Fills in what the page that a form is reached from knows already. */
@Injectable()
export class Prefilled {
  constructor(
    private readonly reading: Reading,
    private readonly support: ReadingSupport,
  ) {}

  async forForm(visit: Visit, command: string, reference: string | undefined): Promise<KnownBefore> {
    if (reference === undefined || !visit.session) return nothing;
    return (await (knownToSupport[command]?.(this.support, visit, reference) ?? knownTo[command]?.(this.reading, visit, reference))) ?? nothing;
  }
}
