import { commands } from '#domain';
import { awardSteps, beginnings, matchSteps, paymentSteps, programmeSteps } from './next-steps.js';

const onPages = [...Object.values(awardSteps), ...Object.values(matchSteps), ...Object.values(paymentSteps), programmeSteps].flat();

describe('what pages offer to do', () => {
  it('nothing is offered that nobody declares', () => {
    const declared = commands.map(({ name }) => name);
    expect(onPages.filter((name) => !declared.includes(name))).toEqual([]);
  });

  it('a command that belongs to no page is offered on the home page, and only there', () => {
    expect(beginnings).toEqual(expect.arrayContaining(['RegisterOrganisation', 'Nominate', 'WithholdName']));
    expect(beginnings.filter((name) => onPages.includes(name))).toEqual([]);
    expect(beginnings).not.toContain('ApproveAward');
  });
});
