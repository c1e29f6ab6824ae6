import { performance } from 'node:perf_hooks';
import type { ViewDeclaration } from '#kernel';
import type { BuildRow } from './books.js';
import { servingIn, type Registry } from './registry.js';
import type { ViewDatabase } from './view-database.js';

export interface LeftoverParts {
  readonly database: Pick<ViewDatabase, 'failureOf'>;
  readonly registry: Registry;
  readonly views: ReadonlyMap<string, Pick<ViewDeclaration, 'name' | 'version'>>;
  readonly isRun: (build: BuildRow) => boolean;
  /** How long a build is kept after nobody needs it, as far as is known here. */
  readonly keptMilliseconds: number;
}

const keyOf = ({ name, version, number }: BuildRow): string => `${name} ${version} ${number}`;

/**
 * Builds that are dropped after a while: those that a rebuild replaced, and those of other versions of the program that
 * nobody runs any more, once our own answer. Until then servers of the other version go on answering from them.
 */
export class Leftovers {
  readonly #parts: LeftoverParts;
  readonly #since = new Map<string, number>();

  constructor(parts: LeftoverParts) {
    this.#parts = parts;
  }

  async tidy(): Promise<void> {
    const { registry, keptMilliseconds } = this.#parts;
    const builds = await registry.all();
    const leftover = builds.filter((build) => this.#isLeft(build, builds));
    for (const key of this.#since.keys()) if (!leftover.some((build) => keyOf(build) === key)) this.#since.delete(key);
    for (const build of leftover) {
      const since = this.#since.get(keyOf(build)) ?? performance.now();
      this.#since.set(keyOf(build), since);
      if (performance.now() - since >= keptMilliseconds) await this.#drop(build);
    }
  }

  #isLeft(build: BuildRow, builds: readonly BuildRow[]): boolean {
    if (build.state === 'retired') return true;
    const ours = this.#parts.views.get(build.name);
    if (ours?.version === build.version || this.#parts.isRun(build)) return false;
    return ours === undefined || servingIn(builds, ours)?.state === 'live';
  }

  async #drop(build: BuildRow): Promise<void> {
    try {
      await this.#parts.registry.drop(build);
    } catch (error) {
      if (this.#parts.database.failureOf(error) !== 'in-use') throw error; // somebody reads it still: next time
    }
  }
}
