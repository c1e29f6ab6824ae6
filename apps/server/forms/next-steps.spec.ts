import { commands } from '#domain';
import { beginnings, onPages } from './next-steps.js';

describe('what pages offer to do', () => {
  it('nothing is offered that nobody declares', () => {
    const declared = commands.map(({ name }) => name);
    expect([...onPages].filter((name) => !declared.includes(name))).toEqual([]);
  });

  it('a command that belongs to no page is offered on the home page, and only there', () => {
    expect(beginnings).toEqual(expect.arrayContaining(['RegisterOrganisation', 'Nominate', 'OpenFund']));
    expect(beginnings.filter((name) => onPages.has(name))).toEqual([]);
    expect(beginnings).not.toContain('ApproveAward');
    expect(beginnings).not.toContain('WithholdName');
  });

  it('help that is not money is offered by the page of what it is about; only what begins something is offered at home', () => {
    const about = commands.filter(({ of }) => ['dayslog', 'cohort', 'framework', 'queue'].includes(of.category)).map(({ name }) => name);
    expect(about.length).toBeGreaterThan(15);
    expect(about.filter((name) => !onPages.has(name)).sort()).toEqual(['PlanCohort', 'PlanFramework']);
    expect(onPages.has('ShareFund') && onPages.has('JoinWaitingList') && onPages.has('LeaveWaitingList') && onPages.has('SetAvailability')).toBe(true);
    expect(beginnings).toEqual(expect.arrayContaining(['PlanCohort', 'PlanFramework', 'GiveAdvice']));
  });
});
