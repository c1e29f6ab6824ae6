import { Injectable } from '@nestjs/common';
import { streamName, type CommandDeclaration } from '#kernel';
import { commandIdOf, eventIdOf } from '#platform/engine';
import { Reading } from '../reading/reading.js';
import { HouseOf } from '../visits/house-of.js';
import { may, type Visit } from '../visits/visit.js';

/** What happened to a thing after a form about it was opened: in sentences, or only that it did for whoever may not read them. */
export type Changes = readonly string[];

/** Tells whoever sends a form what it did not know: another tab, or somebody else, was there meanwhile. */
@Injectable()
export class ChangesSince {
  constructor(
    private readonly reading: Reading,
    private readonly house: HouseOf,
  ) {}

  /** The place in the log that a form knows when it is drawn. */
  async now(): Promise<number> {
    return (await this.house.store.head()).position;
  }

  /** What happened to the thing after the position that the form knew; nothing for a form that was carried out before, or says no position. */
  async since(seen: string | undefined, about: { readonly visit: Visit; readonly command: CommandDeclaration; readonly reference: string; readonly key: string | undefined }): Promise<Changes> {
    if (seen === undefined || !/^\d{1,15}$/.test(seen)) return [];
    const { visit, command, reference, key } = about;
    if (key !== undefined && (await this.house.store.findEvent(eventIdOf(commandIdOf(key), 0)))) return [];
    if (may(visit, 'audit:read')) {
      const { soOn: _, ...onAnyDay } = visit;
      const { entries = [] } = (await this.reading.timeline(onAnyDay, reference)) ?? {};
      return entries.filter(({ position }) => position > Number(seen)).sort((a, b) => a.position - b.position).map(({ sentence, position }) => `${sentence} (event @${position})`);
    }
    const { events } = await this.house.store.readStream(streamName(command.of, reference), { backwards: true, limit: 20 });
    const newer = events.filter(({ position }) => position > Number(seen)).length;
    return newer === 0 ? [] : [`${newer} thing${newer === 1 ? '' : 's'} happened to ${reference}. Open its page in another window to see what`];
  }
}
