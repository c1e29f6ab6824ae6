import type { Readings } from './readings.js';

/** The token that pages ask for readings by. */
export abstract class Reading implements Readings {
  abstract award: Readings['award'];
  abstract awards: Readings['awards'];
  abstract programmes: Readings['programmes'];
  abstract programme: Readings['programme'];
  abstract payments: Readings['payments'];
  abstract payment: Readings['payment'];
  abstract timeline: Readings['timeline'];
  abstract balances: Readings['balances'];
  abstract account: Readings['account'];
  abstract entriesOf: Readings['entriesOf'];
}
