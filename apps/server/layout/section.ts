import type { Step } from '../forms/next-steps.js';
import type { Figure, SummaryRow } from './figures.js';
import { template } from './reply.js';
import type { ShownStage } from './stages.js';
import type { Table } from './table.js';
import type { ShownTimeline } from './timeline.js';

/** A part of a page: what there is to say, its tables or the sentence that says why there are none, and what can be done about it. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly sentences?: readonly string[];
  readonly tables: readonly Table[];
  /** Said where there is no table. */
  readonly empty: string;
  readonly actions?: readonly Step[];
}

/** A page that is a heading, a few figures and its sections. */
export interface SectionsModel {
  /** What it belongs to, or its reference. */
  readonly caption: string;
  readonly stage?: ShownStage;
  readonly lead?: string;
  readonly figures?: readonly Figure[];
  readonly actions: readonly Step[];
  readonly summary?: readonly SummaryRow[];
  readonly sections: readonly Section[];
  readonly paging?: { readonly previous: string | undefined; readonly next: string | undefined };
  /** Of a thing; its timeline itself is missing for those who may not audit. */
  readonly hasTimeline?: boolean;
  readonly timeline?: ShownTimeline | undefined;
}
export const sectionsPage = template<SectionsModel>('layout/sections.njk');
