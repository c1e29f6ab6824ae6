import { reference, type ApplicationRef } from '#kernel';
import { questionOn } from '../question-on.js';
import { applicationRow, applicationsAsOf } from './application-row.js';
import { applications } from './applications.js';

/** How an application stands by one rule of the terms, with the version of the terms that it stood in. */
export interface VerdictRow {
  readonly rule: string;
  readonly version: number;
  /** 'refuses' or 'flags'. */
  readonly effect: string;
  readonly met: boolean;
  readonly reason: string;
}
/** A later look at it under the terms in force then. */
export interface Screening {
  readonly version: number;
  readonly eligibility: string;
  readonly flags: number;
  readonly reasons: string | null;
  readonly on: string;
}
export interface EligibilityPage {
  readonly application: string;
  readonly organisationName: string;
  readonly eligibility: string;
  readonly flags: number;
  /** Of what was sent last. */
  readonly verdicts: readonly VerdictRow[];
  /** Newest first. */
  readonly screenings: readonly Screening[];
}

class EligibilityAsked {
  @reference('AP', 'Application') application!: ApplicationRef;
}

/** The reasons quote what was answered, so they are for those who may read the answers. */
export const eligibility = questionOn('eligibility', {
  summary: 'How an application stands by each rule of its terms and why, and how it was screened since.',
  permission: 'application:read',
  input: EligibilityAsked,
  from: [applications],
  takesAsOf: true,
  async ask(db, { application }, { asOf }): Promise<EligibilityPage | undefined> {
    const kept = await db.selectFrom('applications').select(applicationRow).where('reference', '=', application).executeTakeFirst();
    const found = kept && asOf ? (await applicationsAsOf(db, [kept], asOf.on))[0] : kept;
    if (!found) return undefined;
    const verdicts = await db
      .selectFrom('application_verdicts').select(['rule', 'version', 'effect', 'met', 'reason']).where('application', '=', application).where('sent', '=', found.sent).orderBy('position').orderBy('line').execute();
    const screenings = await db
      .selectFrom('application_screenings').select(['version', 'eligibility', 'flags', 'reasons', 'effective_on as on']).where('application', '=', application)
      .$if(asOf !== undefined, (query) => query.where('effective_on', '<=', asOf?.on ?? '')).orderBy('position', 'desc').execute();
    const { organisationName, eligibility: stands, flags } = found;
    return { application, organisationName, eligibility: stands, flags, verdicts: verdicts.map((each) => ({ ...each, met: each.met === 1 })), screenings };
  },
});
