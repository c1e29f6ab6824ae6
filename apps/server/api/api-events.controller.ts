import { Controller, Get, Req } from '@nestjs/common';
import type { Permission } from '#kernel';
import { isStreamName, type RecordedEvent } from '#platform/event-store';
import { apiRoot } from '#platform/openapi';
import { sentenceOf } from '#views/audit';
import type { Reply } from '../layout/reply.js';
import { HouseOf } from '../visits/house-of.js';
import { inJson } from './api-reply.js';
import type { ApiRequest } from './bearer.js';
import { ByToken, callerOf } from './by-token.js';
import { streamFeed } from './feed.js';
import { notPermitted } from './not-permitted.js';
import { wrongParameters } from './problem.js';
import { numberIn, onlyWords } from './query-words.js';

const permission: Permission = 'audit:read';
const mostEvents = 1000;
const usualEvents = 100;

/** The log itself, by position, for programs that follow it. */
@Controller(`${apiRoot}/events`)
@ByToken()
export class ApiEventsController {
  constructor(private readonly house: HouseOf) {}

  @Get()
  async read(@Req() request: ApiRequest): Promise<Reply> {
    const words = onlyWords(request, 'after', 'limit', 'stream', 'types');
    const after = numberIn('after', words.after, 0, Number.MAX_SAFE_INTEGER) ?? 0;
    const limit = numberIn('limit', words.limit, 1, mostEvents) ?? usualEvents;
    const types = words.types?.split(',');
    if (words.stream !== undefined && !isStreamName(words.stream)) throw wrongParameters({ field: 'stream', message: `"${words.stream}" is not the name of a stream, like award-AW-2012-004` });
    const caller = callerOf(request);
    const granted = await this.house.engine.mayAsk(caller, permission);
    if (!granted.granted) throw await notPermitted(this.house, caller, 'events', { permission, ...granted });
    const asked = { after, limit, ...(types ? { types } : {}) };
    const page = await (words.stream === undefined ? this.house.store.readAll(asked) : streamFeed(this.house.store, words.stream, asked));
    const search = new URLSearchParams({ ...words, after: String(page.next) });
    return inJson({ events: page.events.map(shown), next: `${apiRoot}/events?${search.toString().replaceAll('%2C', ',')}`, caughtUp: page.caughtUp }, { position: page.next });
  }
}

const shown = ({ position, id, type, schema, stream, version, recordedAt, effectiveOn, meta, data }: RecordedEvent) => ({
  position, id, type, schema, stream, version, recordedAt, effectiveOn, sentence: sentenceOf(stream, type, data), meta, data,
});
