import { Controller, Get, Param, Req } from '@nestjs/common';
import { streamParts } from '#kernel';
import type { RecordedEvent } from '#platform/event-store';
import { NoSuchThing } from '../../errors/troubles.js';
import { pageOfThing } from '../../forms/pages-of-things.js';
import { template, type Reply } from '../../layout/reply.js';
import { atInWords, inWords, roleInWords } from '../../layout/words.js';
import { Needs } from '../../security/needs.js';
import { HouseOf } from '../../visits/house-of.js';
import { link, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { sentenceOf } from './sentences.js';

interface SummaryRow {
  readonly key: string;
  readonly value: string;
  readonly href?: string;
}
interface EventModel {
  readonly position: number;
  readonly sentence: string;
  readonly summary: readonly SummaryRow[];
  readonly json: string;
  readonly leaf: string;
}
const eventPage = template<EventModel>('pages/events/event.njk');

/** One event: what it says in words, who and when, then the very bytes that are stored and their hash. */
@Controller('events')
@Needs('audit:read')
export class EventController {
  constructor(private readonly house: HouseOf) {}

  @Get(':position')
  async event(@Req() request: VisitedRequest, @Param('position') written: string): Promise<Reply> {
    const visit = visitOf(request);
    const { store } = this.house;
    const { position: head } = await store.head();
    const position = /^[1-9]\d{0,14}$/.test(written) ? Number(written) : 0;
    if (position === 0) throw new NoSuchThing(`"${written}" is not the number of an event. The first is 1, the newest ${head}`);
    if (position > head) throw new NoSuchThing(`Event @${position} has not happened yet: the newest is @${head}`);
    if (visit.past && position > visit.past.position) throw new NoSuchThing(`Event @${position} was not known at ${visit.past.words}. Return to today to see it`);
    const [[event], [record]] = await Promise.all([store.readAll({ after: position - 1, limit: 1 }).then(({ events }) => events), store.readRecords({ after: position - 1, limit: 1 })]);
    if (!event || !record) throw new Error(`The log has no event @${position}, though its head is @${head}`);
    return eventPage(`Event @${position}`, {
      position,
      sentence: sentenceOf(event),
      summary: summaryOf(event, visit),
      json: JSON.stringify(JSON.parse(record.record), undefined, 2),
      leaf: Buffer.from(record.leaf).toString('hex'),
    });
  }
}

function summaryOf(event: RecordedEvent, visit: Visit): readonly SummaryRow[] {
  const { category, ref } = streamParts(event.stream);
  const { actor, role, command } = event.meta;
  const page = pageOfThing(category, ref);
  return [
    { key: 'About', value: `${category} ${ref}`, ...(page === '/' ? {} : { href: link(visit, page) }) },
    { key: 'Effective', value: inWords(event.effectiveOn) },
    { key: 'Recorded', value: atInWords(event.recordedAt) },
    ...(role === undefined ? [] : [{ key: 'By', value: `${roleInWords(role)} (${actor ?? 'nobody'})` }]),
    ...(command === undefined ? [] : [{ key: 'Command', value: command }]),
    { key: 'Stream', value: `${event.stream}, version ${event.version}` },
    { key: 'Read for this decision', value: event.meta['facts'] || 'nothing' },
  ];
}
