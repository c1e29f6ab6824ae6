import { commands } from '#domain';
import { beginnings, onPages } from './next-steps.js';

describe('what pages offer to do', () => {
  it('nothing is offered that nobody declares', () => {
    const declared = commands.map(({ name }) => name);
    expect([...onPages].filter((name) => !declared.includes(name))).toEqual([]);
  });

  it('a command that belongs to no page is offered on the home page, and only there', () => {
    expect(beginnings).toEqual(expect.arrayContaining(['RegisterOrganisation', 'Nominate', 'WithholdName']));
    expect(beginnings.filter((name) => onPages.has(name))).toEqual([]);
    expect(beginnings).not.toContain('ApproveAward');
  });
});
