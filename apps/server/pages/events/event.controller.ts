import { Controller, Get, Param, Req } from '@nestjs/common';
import type { EventEntry } from '#views/audit';
import { NoSuchThing } from '../../errors/troubles.js';
import { shownAt } from '../../forms/pages-of-things.js';
import { template, type Reply } from '../../layout/reply.js';
import { atInWords, inWords, roleInWords } from '../../layout/words.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { HouseOf } from '../../visits/house-of.js';
import { link, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { creditOf, debitOf } from '../ledger/trial-balance.js';

interface SummaryRow {
  readonly key: string;
  readonly value: string;
  readonly href?: string;
}
interface EventModel {
  readonly position: number;
  readonly sentence: string;
  readonly isLate: boolean;
  readonly summary: readonly SummaryRow[];
  readonly concerns: readonly { readonly text: string; readonly href: string }[];
  /** Those of the many that an event about a whole round concerns which are not linked. */
  readonly others: number;
  readonly entries: readonly { readonly account: string; readonly href: string; readonly debit: string; readonly credit: string }[];
  readonly json: string;
  readonly leaf: string;
}
/** Things that an event's page leads to. */
const mostLinked = 20;
const eventPage = template<EventModel>('pages/events/event.njk');

/** One event: what it says in words, who and when, then the very bytes that are stored and their hash. */
@Controller('events')
@Needs('audit:read')
export class EventController {
  constructor(
    private readonly house: HouseOf,
    private readonly reading: Reading,
  ) {}

  @Get(':position')
  async event(@Req() request: VisitedRequest, @Param('position') written: string): Promise<Reply> {
    const visit = visitOf(request);
    const position = await this.#mustHaveHappened(written, visit);
    const [entry, posted, [record]] = await Promise.all([
      this.reading.event(visit, position),
      this.reading.entriesOf(visit, position),
      this.house.store.readRecords({ after: position - 1, limit: 1 }),
    ]);
    if (!entry || record?.position !== position) throw new Error(`The log or its timeline has no event @${position}`);
    const concerns = entry.concerns.flatMap((subject) => linkTo(subject, visit));
    return eventPage(`Event @${position}`, {
      position,
      sentence: entry.sentence,
      isLate: entry.isLate,
      summary: summaryOf(entry),
      concerns: concerns.slice(0, mostLinked),
      others: Math.max(0, concerns.length - mostLinked),
      entries: posted.map(({ account, accountName, unit, amountMinor }) => ({ account: accountName, href: link(visit, `/ledger/${account}`), debit: debitOf(amountMinor, unit), credit: creditOf(amountMinor, unit) })),
      json: JSON.stringify(JSON.parse(record.record), undefined, 2),
      leaf: Buffer.from(record.leaf).toString('hex'),
    });
  }

  async #mustHaveHappened(written: string, { past }: Visit): Promise<number> {
    const { position: head } = await this.house.store.head();
    const position = /^[1-9]\d{0,14}$/.test(written) ? Number(written) : 0;
    if (position === 0) throw new NoSuchThing(`"${written}" is not the number of an event. The first is 1, the newest ${head}`);
    if (position > head) throw new NoSuchThing(`Event @${position} has not happened yet: the newest is @${head}`);
    if (past && position > past.position) throw new NoSuchThing(`Event @${position} was not known at ${past.words}. Return to today to see it`);
    return position;
  }
}

function summaryOf({ stream, version, effectiveOn, recordedAt, role, actor, command, facts }: EventEntry): readonly SummaryRow[] {
  return [
    { key: 'Effective', value: inWords(effectiveOn) },
    { key: 'Recorded', value: atInWords(recordedAt) },
    ...(role === '' ? [] : [{ key: 'By', value: `${roleInWords(role)} (${actor})` }]),
    ...(command === null ? [] : [{ key: 'Command', value: command }]),
    { key: 'Stream', value: `${stream}, version ${version}` },
    ...(facts ? [{ key: 'Read for this decision', value: facts.split(' ').join(', ') }] : []),
  ];
}

/** What has a page of its own, among what an event concerns. */
function linkTo(subject: string, visit: Visit): readonly { readonly text: string; readonly href: string }[] {
  const shown = shownAt(subject);
  return shown ? [{ text: `${shown.noun} ${subject}`, href: link(visit, shown.page) }] : [];
}
