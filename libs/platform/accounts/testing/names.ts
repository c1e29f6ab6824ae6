import { toPerson } from '#kernel';
import { ada, ben, type OpenOffice } from './open-office.js';

/** What is known of people, wherever accounts are kept. */
export function namesIn(open: OpenOffice): void {
  describe('who is called what', () => {
    it('is listed by name as people look for it, and those without one come last', async () => {
      const { accounts } = await open();
      const [zoe, emile] = [toPerson('zoe'), toPerson('emile')];
      await accounts.rename(zoe, 'zoë Zest');
      await accounts.rename(ben, 'Ben Example');
      await accounts.rename(emile, 'Émile Oak');
      await accounts.disable(ada);
      expect((await accounts.people()).map(({ person }) => person)).toEqual([ben, emile, zoe, ada]);
    });
  });
}
