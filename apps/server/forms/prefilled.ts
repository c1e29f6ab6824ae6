import { Injectable } from '@nestjs/common';
import { isReference } from '#kernel';
import { Reading } from '../reading/reading.js';
import type { Visit } from '../visits/visit.js';
import type { Words } from './read-form.js';

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
    : [{ organisation: award.recipient, name: award.recipientName, amount: '' }, ...award.partners.filter(({ type }) => type !== 'company').map(({ organisation, name }) => ({ organisation, name, amount: '' }))];
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

const knownTo: Readonly<Record<string, Knows>> = { AssessApplication: scores, ReviseAssessment: scores, SplitMatch: shares, SetCriteria: criteria, ForecastSavings: about };

/** Fills in what the page that a form is reached from knows already. */
@Injectable()
export class Prefilled {
  constructor(private readonly reading: Reading) {}

  async forForm(visit: Visit, command: string, reference: string | undefined): Promise<KnownBefore> {
    return reference === undefined || !visit.session ? nothing : ((await knownTo[command]?.(this.reading, visit, reference)) ?? nothing);
  }
}
