import type { TimelineEntry } from '#views/audit';
import type { DeliveryPage } from '#views/delivery';
import type { AwardPage, ProgrammePage } from '#views/registers';
import { Injectable } from '@nestjs/common';
import { isCode, isReference } from '#kernel';
import { Names } from '../layout/names.js';
import { Reading } from '../reading/reading.js';
import { ReadingDelivery } from '../reading/reading-delivery.js';
import type { Visit } from '../visits/visit.js';
import type { Suggestion, Suggestions } from './form-field.js';

/** What a form offers to pick from, so that nobody needs to know a reference by heart: what the thing's own page tells of. */
@Injectable()
export class SuggestedReferences {
  constructor(
    private readonly reading: Reading,
    private readonly delivering: ReadingDelivery,
    private readonly names: Names,
  ) {}

  async forForm(visit: Visit, reference: string | undefined, command = ''): Promise<Suggestions> {
    if (!visit.session) return () => [];
    const known = reference === undefined ? await this.#ofAll(visit) : await this.#of(visit, reference, command);
    return (kind) => (kind === 'person' ? this.names.all().map(({ person, name }) => ({ value: person, text: name })) : (known[kind.replace('reference:', '')] ?? []));
  }

  async #of(visit: Visit, reference: string, command: string): Promise<Offered> {
    if (isReference(reference, 'AW')) return {
      ...(await this.#ofAward(visit, reference)), ...(takesAnybody.includes(command) ? { OR: await this.#organisations(visit) } : {}),
    };
    if (isReference(reference, 'FN')) return this.#ofFunding(visit, reference);
    if (isReference(reference, 'RD')) return this.#ofRound(visit, reference);
    if (isReference(reference, 'AP')) return this.#ofApplication(visit, reference);
    if (isCode(reference)) return {
      EX: await this.#pool(visit, reference), OR: await this.#organisations(visit),
      'code:fund': fundsOf([await this.reading.programme(visit, reference)]),
    };
    return ofBodies.some((kind) => isReference(reference, kind)) ? { OR: await this.#organisations(visit) } : {};
  }

  /** For a form about nothing yet: the rounds that take applications, and organisations by name. */
  async #ofAll(visit: Visit): Promise<Offered> {
    const programmes = await Promise.all((await this.reading.programmes(visit)).map(({ code }) => this.reading.programme(visit, code)));
    const open = programmes.flatMap((programme) => (programme?.rounds ?? []).filter(({ isOpen }) => isOpen).map(({ reference: value, name }) => ({ value, text: `${programme?.name ?? ''}: ${name}` })));
    return {
      RD: open, OR: await this.#organisations(visit), 'code:fund': fundsOf(programmes),
      'code:programme': programmes.flatMap((each) => (each ? [{ value: each.code, text: each.name }] : [])),
    };
  }

  async #organisations(visit: Visit): Promise<readonly Suggestion[]> {
    return (await this.reading.organisations(visit, atMost)).rows.map(({ reference: value, name }) => ({ value, text: name }));
  }

  async #ofAward(visit: Visit, reference: string): Promise<Offered> {
    const [award, timeline, delivery] = await Promise.all(
      [this.reading.award(visit, reference), this.reading.timeline(visit, reference), this.delivering.delivery(visit, reference)],
    );
    const told = Object.fromEntries(['DC', 'EV', 'PY', 'AP'].map((prefix) => [prefix, mentioned(prefix, timeline?.entries ?? [])]));
    const tags = award ? await this.delivering.tags(visit, award.programme) : [];
    return {
      ...told, ...codesOf(delivery), 'code:set': tags.map(({ set }) => ({ value: set, text: '' })), OR: organisations(award),
      EX: award ? await this.#pool(visit, award.programme) : [],
    };
  }

  async #ofFunding(visit: Visit, reference: string): Promise<Offered> {
    const [funding, programmes, all] = await Promise.all(
      [this.delivering.funding(visit, reference), this.reading.programmes(visit), this.#organisations(visit)],
    );
    const waiting = (funding?.claims ?? []).filter(({ stage }) => stage === 'claimed');
    return {
      OR: all, XC: waiting.map(({ claim: value, document: text }) => ({ value, text })),
      'code:programme': programmes.map(({ code: value, name: text }) => ({ value, text })),
    };
  }

  async #ofRound(visit: Visit, reference: string): Promise<Offered> {
    const [round, all, came] = await Promise.all([this.reading.round(visit, reference), this.#organisations(visit), this.reading.applications(visit, { round: reference }, atMost)]);
    return {
      OR: all, 'code:fund': round ? [{ value: round.fund, text: round.fundName }] : [],
      AP: came.rows.map(({ reference: value, organisationName, title }) => ({ value, text: `${organisationName}: ${title}` })),
    };
  }

  /** The questions of its round's form, for whoever sends it again. */
  async #ofApplication(visit: Visit, reference: string): Promise<Offered> {
    const application = await this.reading.application(visit, reference);
    const form = application && (await this.reading.form(visit, application.round));
    return { OR: await this.#organisations(visit), 'code:question': (form?.questions ?? []).map(({ code: value, ask: text }) => ({ value, text })) };
  }

  async #pool(visit: Visit, programme: string): Promise<readonly Suggestion[]> {
    return (await this.reading.experts(visit, programme)).filter(({ stage }) => stage === 'in-pool').map(({ reference, title }) => ({ value: reference, text: title }));
  }
}
/** Things whose forms are about bodies: any that is registered may be meant. */
const ofBodies = ['OR', 'CH', 'FW'] as const;
/** As many as a form offers to choose from; any other is typed. */
const atMost = { page: 1, size: 500 };
/** Commands about an award that bring in a body which has no part in it yet. */
const takesAnybody: readonly string[] = ['TransferAward', 'AddPartner'];

/** Funds that rounds of these programmes were opened from. */
function fundsOf(programmes: readonly (ProgrammePage | undefined)[]): readonly Suggestion[] {
  const names = new Map(programmes.flatMap((programme) => programme?.rounds ?? []).map(({ fund, fundName }) => [fund, fundName]));
  return [...names].map(([value, text]) => ({ value, text }));
}

/** Phases, and all that the terms of an award ask to be handed in. */
function codesOf(delivery: DeliveryPage | undefined): Offered {
  const { phases = [], outputs = [], reports = [] } = delivery ?? {};
  const asked = new Map([...reports, ...phases.flatMap(({ needs }) => needs), ...outputs].map(({ output, name }) => [output, name]));
  return { 'code:phase': phases.map(({ phase: value, name: text }) => ({ value, text })), 'code:output': [...asked].map(([value, text]) => ({ value, text })) };
}

/** By the prefix of what is offered; codes by what they name. */
type Offered = Readonly<Record<string, readonly Suggestion[]>>;

function organisations(award: AwardPage | undefined): readonly Suggestion[] {
  if (!award) return [];
  const all = [{ value: award.recipient, text: award.recipientName }, ...award.partners.map(({ organisation, name }) => ({ value: organisation, text: name })), ...award.sources.map(({ reference, name }) => ({ value: reference, text: name }))];
  return all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index);
}

/**
 * References of a kind that the timeline is about, newest first, each with the sentence that it stands in. A decision of a body stands in
 * the name of its stream alone: minutes do not know our reference, so its sentence does not either.
 */
function mentioned(prefix: string, timeline: readonly TimelineEntry[]): readonly Suggestion[] {
  const found = new Map<string, string>();
  for (const { sentence, stream } of [...timeline].sort((a, b) => b.position - a.position)) {
    for (const [reference] of `${stream} ${sentence}`.matchAll(new RegExp(`\\b${prefix}-\\d{4}-\\d{3,6}\\b`, 'g'))) found.set(reference, sentence);
  }
  return [...found].map(([value, text]) => ({ value, text }));
}
