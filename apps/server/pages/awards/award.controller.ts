import { Controller, Get, Param, Req } from '@nestjs/common';
import { isReference } from '#kernel';
import { NoSuchThing } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { template, type Page, type Reply } from '../../layout/reply.js';
import { beforeIn } from '../../layout/timeline.js';
import { inWords } from '../../layout/words.js';
import { Reading } from '../../reading/reading.js';
import { ReadingDelivery } from '../../reading/reading-delivery.js';
import { ReadingSupport } from '../../reading/reading-support.js';
import { Needs } from '../../security/needs.js';
import { HouseOf } from '../../visits/house-of.js';
import { visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';
import { awardModel, type AwardModel } from './award-model.js';

const awardPage = template<AwardModel>('pages/awards/award.njk');
const notYetPage = template<{ readonly reference: string; readonly first: string; readonly firstHref: string }>('pages/awards/not-yet.njk');
const trail = [{ text: 'Awards', href: '/awards' }];

/** An award: what it came to, what happened to it, and all of that as it was known at any moment. */
@Controller('awards/:ref')
@Needs('register:read')
export class AwardController {
  constructor(
    private readonly reading: Reading,
    private readonly support: ReadingSupport,
    private readonly delivering: ReadingDelivery,
    private readonly house: HouseOf,
  ) {}

  @Get()
  show(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    return this.#page(visitOf(request), ref, false);
  }

  /** The same page, pinned: whoever follows the link sees what was known at this event, for ever. */
  @Get('at/:position')
  async showAt(@Req() request: VisitedRequest, @Param('ref') ref: string, @Param('position') written: string): Promise<Reply> {
    const { position: head } = await this.house.store.head();
    const position = /^[1-9]\d{0,14}$/.test(written) ? Number(written) : 0;
    if (position === 0) throw new NoSuchThing(`"${written}" is not the number of an event`);
    if (position > head) throw new NoSuchThing(`Event @${position} has not happened yet: the newest is @${head}`);
    const past = { position, words: `event @${position}`, written: `@${position}` };
    return this.#page({ ...visitOf(request), past }, ref, true);
  }

  async #page(visit: Visit, ref: string, isPermanent: boolean): Promise<Page> {
    if (!isReference(ref, 'AW')) throw new NoSuchThing(`"${ref}" is not the reference of an award, like AW-2012-001`);
    const { past } = visit;
    const award = await this.reading.award(visit, ref);
    if (!award) return this.#notYet(visit, ref);
    const [timeline, changes, given, delivery, parts, parties] = await Promise.all([
      this.reading.timeline(visit, ref, beforeIn(visit)), this.reading.changesAround(visit, ref), this.support.days(visit, ref),
      this.delivering.delivery(visit, ref), this.delivering.parts(visit, ref), this.delivering.parties(visit, ref),
    ]);
    const model = awardModel({ award, days: given.awards[0], delivery, parts, parties, timeline, changes, isPermanent }, visit);
    return awardPage(`${award.reference}: ${award.recipientName}`, model, {
      trail,
      takesAsOf: true,
      ...(isPermanent ? { permanent: true, past, present: `/awards/${ref}` } : { done: doneSentence(visit, timeline?.entries) }),
    });
  }

  /** It exists today, and did not at the moment or on the day that is looked at. */
  async #notYet(visit: Visit, ref: string): Promise<Page> {
    const { soOn: _, ...onAnyDay } = visit;
    const { first: position } = (await this.reading.changesAround(onAnyDay, ref)) ?? {};
    const first = position === undefined ? undefined : await this.reading.event({ ...onAnyDay, past: undefined }, position);
    if ((!visit.past && !visit.soOn) || !first) throw new NoSuchThing(`There is no award ${ref}`);
    const model = { reference: ref, first: inWords(first.effectiveOn), firstHref: `/awards/${ref}?known-at=@${first.position}` };
    return notYetPage(`${ref} did not exist`, model, { trail, status: 404, takesAsOf: true, present: `/awards/${ref}` });
  }
}
