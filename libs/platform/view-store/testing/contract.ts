import { askingContract } from './asking.js';
import { faultingContract } from './faulting.js';
import { knowingContract } from './knowing.js';
import type { OpensDatabase } from './opened-views.js';
import { rebuildingContract } from './rebuilding.js';
import { runningContract } from './running.js';
import { sharingContract } from './sharing.js';

/** What views must do in every database, told once. `opening` is asked when a test begins; `histories` are made up at random. */
export function viewStoreContract(database: string, opening: () => OpensDatabase, histories = 25): void {
  describe(`${database} keep the law of views`, () => {
    describe('running', () => runningContract(opening));
    describe('rebuilding', () => rebuildingContract(opening));
    describe('sharing', () => sharingContract(opening));
    describe('faults', () => faultingContract(opening));
    describe('asking', () => askingContract(opening));
    describe('knowing', () => knowingContract(opening, histories));
  });
}
