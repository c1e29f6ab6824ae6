import { reference, type ApplicationRef } from '#kernel';
import { questionOn } from '../question-on.js';
import { applicationRow, applicationsAsOf, type ApplicationRow } from './application-row.js';
import { applications } from './applications.js';
import { assessments, assessmentsOf } from './assessments.js';
import { programmes } from './programmes.js';
import { criteriaOf, type Criterion } from './round-row.js';

export interface ApplicationPage extends ApplicationRow {
  readonly roundName: string;
  readonly partners: readonly { readonly organisation: string; readonly name: string; readonly type: string; readonly role: string }[];
  readonly criteria: readonly Criterion[];
  readonly highestScore: number | null;
}

class ApplicationAsked {
  @reference('AP', 'Application') application!: ApplicationRef;
}

export const applicationPage = questionOn('application', {
  summary: 'An application with its partners, and what it is scored on.',
  permission: 'register:read',
  input: ApplicationAsked,
  from: [applications, programmes],
  takesAsOf: true,
  async ask(db, { application }, { asOf }): Promise<ApplicationPage | undefined> {
    const kept = await db.selectFrom('applications').select(applicationRow).where('reference', '=', application).executeTakeFirst();
    const found = kept && asOf ? (await applicationsAsOf(db, [kept], asOf.on))[0] : kept;
    if (!found) return undefined;
    const round = await db.selectFrom('rounds').select('name').where('reference', '=', found.round).executeTakeFirst();
    return {
      ...found,
      roundName: round?.name ?? found.round,
      ...(await criteriaOf(db, found.round, asOf?.on)),
      partners: await db.selectFrom('application_partners').select(['organisation', 'name', 'type', 'role']).where('application', '=', application).where('sent', '=', found.sent).orderBy('position').orderBy('line').execute(),
    };
  },
});

/** What one assessor gave an application. Points out of `outOf`. */
export interface Assessment {
  readonly assessedBy: string;
  readonly assessedOn: string;
  readonly points: number;
  readonly outOf: number;
  readonly comment: string | null;
  readonly scores: readonly { readonly criterion: string; readonly name: string; readonly weight: number; readonly score: number; readonly reason: string | null }[];
}

export const assessmentsPage = questionOn('assessments', {
  summary: 'What each assessor gave an application, criterion by criterion.',
  permission: 'audit:read',
  input: ApplicationAsked,
  from: [assessments],
  takesAsOf: true,
  async ask(db, { application }, { asOf }): Promise<readonly Assessment[]> {
    const all = await assessmentsOf(db, [application], asOf?.on);
    const given = await db
      .selectFrom('assessment_scores').select(['position', 'criterion', 'name', 'weight', 'score', 'reason']).where('application', '=', application).orderBy('position').orderBy('line').execute();
    const scores = Map.groupBy(given, ({ position }) => position);
    return all
      .map(({ position, assessedBy, assessedOn, points, outOf, comment }) => ({
        assessedBy, assessedOn, points, outOf, comment, scores: (scores.get(position) ?? []).map(({ criterion, name, weight, score, reason }) => ({ criterion, name, weight, score, reason })),
      }))
      .sort((a, b) => (a.assessedOn === b.assessedOn ? (a.assessedBy < b.assessedBy ? -1 : 1) : a.assessedOn < b.assessedOn ? -1 : 1));
  },
});
