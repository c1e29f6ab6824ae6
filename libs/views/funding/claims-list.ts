import { code, type Code } from '#kernel';
import { questionOn } from '../question-on.js';
import { claimsOf, type ExpenseClaimRow } from './expense-claim-row.js';
import { fundings } from './fundings.js';

class ProgrammeAsked {
  @code('Programme') programme!: Code;
}

export const claimsList = questionOn('claims', {
  summary: 'What was claimed back from the outside funders of a programme, and which of it came.',
  permission: 'register:read',
  input: ProgrammeAsked,
  from: [fundings],
  takesAsOf: true,
  ask: (db, { programme }, { asOf }): Promise<readonly ExpenseClaimRow[]> => claimsOf(db, { programme }, asOf?.on),
});
