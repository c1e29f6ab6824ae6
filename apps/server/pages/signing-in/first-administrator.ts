import { Injectable } from '@nestjs/common';
import { londonDate, type CommandDeclaration, type Person } from '#kernel';
import { installationActs } from '#platform/installation';
import { BadRequest } from '../../errors/troubles.js';
import { commandNamed } from '../../forms/command-paths.js';
import { isAdministered } from '../../security/administrators.js';
import { HouseOf } from '../../visits/house-of.js';
import { Gatehouse } from './gatehouse.js';

/** Registers whoever took the console's one-time link, and makes them administrator: the installation acts, as nobody else can yet. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly gatehouse: Gatehouse,
    private readonly house: HouseOf,
  ) {}

  /** Whether the link still leads anywhere: somebody else may have been granted the role meanwhile. */
  async isWanted(): Promise<boolean> {
    return !(await isAdministered({ views: this.house.views, store: this.house.store, clock: this.gatehouse.clock }));
  }

  async take(person: Person): Promise<void> {
    const startsOn = londonDate(this.gatehouse.clock.now());
    await this.#run(commandNamed('RegisterPerson'), { person });
    await this.#run(commandNamed('GrantRole'), { person, role: 'administrator', startsOn, reason: 'First administrator, by the one-time link from the console' });
  }

  async #run(command: CommandDeclaration, input: { readonly person: Person; readonly [field: string]: unknown }): Promise<void> {
    const outcome = await this.gatehouse.founding.run(command, input, { ...installationActs, key: `first-administrator:${input.person}:${command.name}` });
    if (outcome.outcome === 'done') return;
    const because = outcome.outcome === 'refused' ? outcome.sentence : `${command.name} ended as ${outcome.outcome}`;
    throw new BadRequest([{ field: '', message: `${because}. Start the server again for a new link` }]);
  }
}
