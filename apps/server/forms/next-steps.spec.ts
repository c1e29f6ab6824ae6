import { commands } from '#domain';
import { awardSteps, beginnings, matchSteps, paymentSteps, programmeSteps } from './next-steps.js';

describe('what pages offer to do', () => {
  it('every command is offered somewhere, and nothing is offered that nobody declares', () => {
    const offered = new Set([...Object.values({ ...awardSteps }), ...Object.values(matchSteps), ...Object.values(paymentSteps), programmeSteps, beginnings].flat());
    expect([...offered].sort()).toEqual(commands.map(({ name }) => name).sort());
  });
});
