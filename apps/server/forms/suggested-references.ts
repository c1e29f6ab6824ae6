import type { TimelineEntry } from '#views/audit';
import type { AwardPage } from '#views/registers';
import { Injectable } from '@nestjs/common';
import { isCode, isReference } from '#kernel';
import { Names } from '../layout/names.js';
import { Reading } from '../reading/reading.js';
import type { Visit } from '../visits/visit.js';
import type { Suggestion, Suggestions } from './form-field.js';

/** What a form offers to pick from, so that nobody needs to know a reference by heart: what the thing's own page tells of. */
@Injectable()
export class SuggestedReferences {
  constructor(
    private readonly reading: Reading,
    private readonly names: Names,
  ) {}

  async forForm(visit: Visit, reference: string | undefined): Promise<Suggestions> {
    if (!visit.session) return () => [];
    const known = reference === undefined ? await this.#ofAll(visit) : await this.#of(visit, reference);
    return (kind) => (kind === 'person' ? this.names.all().map(({ person, name }) => ({ value: person, text: name })) : (known[kind.replace('reference:', '')] ?? []));
  }

  async #of(visit: Visit, reference: string): Promise<Offered> {
    if (isReference(reference, 'AW')) return this.#ofAward(visit, reference);
    if (isReference(reference, 'RD')) return this.#ofRound(visit, reference);
    return isCode(reference) ? { EX: await this.#pool(visit, reference) } : {};
  }

  /** For a form about nothing yet: the rounds that take applications, and organisations by name. */
  async #ofAll(visit: Visit): Promise<Offered> {
    const programmes = await Promise.all((await this.reading.programmes(visit)).map(({ code }) => this.reading.programme(visit, code)));
    const open = programmes.flatMap((programme) => (programme?.rounds ?? []).filter(({ isOpen }) => isOpen).map(({ reference: value, name }) => ({ value, text: `${programme?.name ?? ''}: ${name}` })));
    return { RD: open, OR: await this.#organisations(visit) };
  }

  async #organisations(visit: Visit): Promise<readonly Suggestion[]> {
    return (await this.reading.organisations(visit, { page: 1, size: 500 })).rows.map(({ reference: value, name }) => ({ value, text: name }));
  }

  async #ofAward(visit: Visit, reference: string): Promise<Offered> {
    const [award, timeline] = await Promise.all([this.reading.award(visit, reference), this.reading.timeline(visit, reference)]);
    const told = Object.fromEntries(['DC', 'EV', 'PY', 'AP'].map((prefix) => [prefix, mentioned(prefix, timeline?.entries ?? [])]));
    return { ...told, OR: organisations(award), EX: award ? await this.#pool(visit, award.programme) : [] };
  }

  async #ofRound(visit: Visit, reference: string): Promise<Offered> {
    const [round, all] = await Promise.all([this.reading.round(visit, reference), this.#organisations(visit)]);
    return { OR: all, AP: (round?.applications ?? []).map(({ reference: value, organisationName, title }) => ({ value, text: `${organisationName}: ${title}` })) };
  }

  async #pool(visit: Visit, programme: string): Promise<readonly Suggestion[]> {
    return (await this.reading.experts(visit, programme)).filter(({ stage }) => stage === 'in-pool').map(({ reference, title }) => ({ value: reference, text: title }));
  }
}
/** By the prefix of what is offered. */
type Offered = Readonly<Record<string, readonly Suggestion[]>>;

function organisations(award: AwardPage | undefined): readonly Suggestion[] {
  if (!award) return [];
  const all = [{ value: award.recipient, text: award.recipientName }, ...award.partners.map(({ organisation, name }) => ({ value: organisation, text: name })), ...award.sources.map(({ reference, name }) => ({ value: reference, text: name }))];
  return all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index);
}

/** References of a kind that the timeline mentions, newest first, each with the sentence that it stands in. */
function mentioned(prefix: string, timeline: readonly TimelineEntry[]): readonly Suggestion[] {
  const found = new Map<string, string>();
  for (const { sentence } of [...timeline].sort((a, b) => b.position - a.position)) {
    for (const [reference] of sentence.matchAll(new RegExp(`\\b${prefix}-\\d{4}-\\d{3,6}\\b`, 'g'))) found.set(reference, sentence);
  }
  return [...found].map(([value, text]) => ({ value, text }));
}
