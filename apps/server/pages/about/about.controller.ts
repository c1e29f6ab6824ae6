import { Controller, Get, HttpStatus } from '@nestjs/common';
import type { Clock } from '#platform/event-store';
import { PublishedEvents } from '#platform/buses';
import { NoSuchThing } from '../../errors/troubles.js';
import { template, type Download, type Reply } from '../../layout/reply.js';
import { OpenToAll } from '../../security/needs.js';
import { HouseOf } from '../../visits/house-of.js';

const accessibilityPage = template<object>('pages/about/accessibility.njk');
const halfAYear = 182 * 86_400_000;

export abstract class SecurityContact {
  abstract readonly address: string | undefined;
  abstract readonly clock: Clock;
}

/** What anybody may know about this server. */
@Controller()
@OpenToAll()
export class AboutController {
  constructor(
    private readonly house: HouseOf,
    private readonly contact: SecurityContact,
    private readonly published: PublishedEvents,
  ) {}

  @Get('accessibility')
  accessibility(): Reply {
    return accessibilityPage('Accessibility statement', {});
  }

  /** 200 while the log can be read and every view goes on; 503 and why, otherwise. */
  @Get('health')
  async health(): Promise<Download> {
    const { head, trouble, views } = await this.house.views.status();
    const stopped = views.filter(({ fault }) => fault !== undefined).map(({ view }) => view);
    const isWell = stopped.length === 0 && trouble === undefined;
    const body = { status: isWell ? 'well' : 'not well', kind: this.house.kind, head, published: this.published.last, behind: Math.max(0, ...views.map(({ behind }) => behind)), stopped };
    return { kind: 'download', type: 'application/json', status: isWell ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, body: `${JSON.stringify(body)}\n` };
  }

  /** RFC 9116. Only who runs this server can say whom to tell. */
  @Get('.well-known/security.txt')
  security(): Download {
    const { address, clock } = this.contact;
    if (address === undefined) throw new NoSuchThing('Whoever runs this server has not said whom to tell about a weakness. The setting is SECURITY_CONTACT');
    const expires = new Date(Date.parse(clock.now()) + halfAYear).toISOString();
    return { kind: 'download', type: 'text/plain; charset=utf-8', body: `Contact: ${address}\nExpires: ${expires}\nPreferred-Languages: en\n` };
  }
}
