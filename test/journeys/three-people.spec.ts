import type { Browser, Page } from 'playwright-core';
import { exactly, known } from '../support/known-references.js';
import { requireService } from '../support/require-service.js';
import { openPage } from './browser.js';
import { byKeyboard, byPointer } from './hands.js';
import { beginJourney, patience, type Journey } from './journey.js';
import type { RunningServer } from './running-server.js';

const walkers = [
  { how: 'with the keyboard alone', hands: byKeyboard, javaScriptEnabled: true },
  { how: 'without JavaScript', hands: byPointer, javaScriptEnabled: false },
];

/** The first of what a page told that looks like it. */
function first(wanted: RegExp, told: string): string {
  const [found] = wanted.exec(told) ?? [];
  if (found === undefined) throw new Error(`Nothing like ${String(wanted)} in: ${told}`);
  return found;
}

requireService('chromium')('people who share the work', () => {
  describe.each(walkers)('$how', ({ hands: { press, write, choose }, javaScriptEnabled }) => {
    let journey: Journey | undefined;
    let server: RunningServer;
    let browser: Browser;

    beforeAll(async () => {
      ({ server, browser } = journey = await beginJourney());
    }, patience);
    afterAll(() => journey?.end());

    async function arriveAs(role: RegExp): Promise<Page> {
      const { page } = await openPage(browser, { javaScriptEnabled });
      page.setDefaultTimeout(10_000);
      await page.goto(`${server.address}/sign-in`);
      await press(page, role);
      return page;
    }
    async function takeEffectOn(page: Page, [day, month, year]: readonly [string, string, string], group = /^Takes effect on/): Promise<void> {
      await write(page, /^Day$/, day, group);
      await write(page, /^Month$/, month, group);
      await write(page, /^Year$/, year, group);
    }
    async function lookBackTo(page: Page, [day, month, year]: readonly [string, string, string]): Promise<void> {
      await takeEffectOn(page, [day, month, year], /^What we knew on/);
      await press(page, /^Show what we knew/);
    }
    const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
    const told = (page: Page) => page.getByRole('alert').innerText();

    it('a programme manager looks back, returns, and approves an award under an authority', async () => {
      const page = await arriveAs(/^Programme manager$/);
      await press(page, /award waits for approval|awards wait for approval/);
      await press(page, exactly('northmere'));
      await lookBackTo(page, ['31', '12', '2015']);
      expect(await page.title()).toMatch(/^As known at the end of 31 December 2015/);
      expect(await page.getByRole('button', { name: /approve|withdraw/i }).count()).toBe(0);
      await press(page, /^Return to today$/);
      expect(page.url()).not.toContain('known-at');

      await press(page, /^Approve award/);
      await write(page, /^Ceiling/, '20,000.01');
      await choose(page, /^Delegated$/);
      await write(page, /^Body/, 'lead-members');
      await write(page, /^Minute/, 'LM 2015-10-05/1');
      await press(page, /^Approve award$/);
      expect(await page.title()).toMatch(/^Error: /);
      expect(await told(page)).toContain('may approve up to £20,000.00 for one recipient');
      expect(await page.getByLabel('Minute').inputValue()).toBe('LM 2015-10-05/1');
      await write(page, /^Ceiling/, '20,000.00');
      await press(page, /^Approve award$/);
      expect(await told(page)).toMatch(/Lead Members approved up to £20,000.00 for Northmere District Council/);
      expect(await page.getByText('Approved', { exact: true }).count()).toBeGreaterThan(0);
    }, patience);

    it('finance may pay once the match is verified, does not release its own payment, and a releaser does', async () => {
      const finance = await arriveAs(/^Finance officer$/);
      const authorise = async (): Promise<void> => {
        await press(finance, /^Authorise payment/);
        await write(finance, /^Amount/, '1000');
        await takeEffectOn(finance, ['3', '3', '2015']);
        await press(finance, /^Authorise payment$/);
      };
      await press(finance, /^Programmes$/);
      await press(finance, /^Digital Front Door$/);
      await press(finance, exactly('ambleford'));
      await authorise();
      expect(await told(finance)).toContain('match');
      expect(await finance.getByRole('textbox', { name: 'Amount' }).inputValue()).toBe('1000');
      await press(finance, /^Go back without doing it$/);

      const officer = await arriveAs(/^Programme officer$/);
      await press(officer, /short of match/);
      await press(officer, exactly('ambleford'));
      await press(officer, /^Evidence match/);
      await write(officer, /^Source$/, known('amblefordCouncil'));
      await write(officer, /^Amount$/, '5,000');
      await write(officer, /^Document$/, 'Ledger extract ACC 2014/04');
      await takeEffectOn(officer, ['1', '3', '2015']);
      await press(officer, /^Evidence match$/);
      const added = first(/EV-\d{4}-\d{3}/, await told(officer));

      const verifier = await arriveAs(/^Match verifier$/);
      await press(verifier, /short of match/);
      await press(verifier, exactly('ambleford'));
      for (const [evidence, amount] of [['EV-2015-001', '9,000'], [added, '5,000']] as const) {
        await press(verifier, /^Verify match/);
        await write(verifier, /^Evidence/, evidence);
        await write(verifier, /^Accepted/, amount);
        await takeEffectOn(verifier, ['2', '3', '2015']);
        await press(verifier, /^Verify match$/);
        expect(await told(verifier)).toContain(`£${amount}.00 of match from Ambleford City Council was verified`);
      }

      await authorise();
      expect(await told(finance)).toContain('A payment of £1,000.00 to Ambleford City Council was authorised');
      const payment = await finance.getByRole('link', { name: /^PY-/ }).last().innerText();
      await press(finance, /^Act in another role$/);
      await press(finance, /^Payment releaser$/);
      await press(finance, /^Home$/);
      await press(finance, /payments wait to be released/);
      await press(finance, new RegExp(`^${payment}$`));
      await press(finance, /^Release payment/);
      await takeEffectOn(finance, ['4', '3', '2015']);
      await press(finance, /^Release payment$/);
      expect(await told(finance)).toContain('You authorised this payment, so someone else must release it');
      expect(await Promise.all(['Day', 'Month', 'Year'].map((box) => finance.getByRole('textbox', { name: box }).inputValue()))).toEqual(['4', '3', '2015']);

      const releaser = await arriveAs(/^Payment releaser$/);
      await press(releaser, /payments wait to be released/);
      await press(releaser, new RegExp(`^${payment}$`));
      await press(releaser, /^Release payment/);
      await press(releaser, /^Release payment$/);
      expect(await told(releaser)).toContain('The payment of £1,000.00 to Ambleford City Council was released to the bank');
    }, patience);

    it('an auditor sees an award as it was known on an earlier day, and in two clicks why its amount is what it is', async () => {
      const page = await arriveAs(/^Auditor$/);
      await press(page, /^Programmes$/);
      await press(page, /^Digital Front Door$/);
      await press(page, exactly('ambleford'));
      await lookBackTo(page, ['31', '12', '2014']);
      expect(await page.getByRole('region', { name: 'Looking at the past' }).innerText()).toContain('what was known at the end of 31 December 2014');
      expect(await page.getByText('Offered', { exact: true }).count()).toBeGreaterThan(0);
      expect(await page.locator('main').getByRole('button', { name: /award|match|payment|expert/i }).count()).toBe(0);
      await press(page, /^Return to today$/);

      await press(page, /^£28,000\.00.*“Agreed”$/);
      const signed = page.getByRole('row', { name: /Agreement signed/ }).getByRole('link', { name: /^@/ });
      await press(page, new RegExp(`^${await signed.innerText()}$`));
      expect(await heading(page)).toContain('The grant agreement with Ambleford City Council was signed for £28,000.00');
      expect(page.url()).toMatch(/\/events\/\d+$/);
      const stored = page.getByRole('region', { name: /Stored record/ });
      expect(JSON.parse(await stored.innerText())).toMatchObject({ stream: expect.stringContaining(known('ambleford')) as string });
      expect(await page.getByText(/^[0-9a-f]{64}$/).count()).toBe(1);
    }, patience);

    it('a finance officer who holds no other role for it may not release a payment, by button or by address', async () => {
      const page = await arriveAs(/^Finance officer$/);
      await press(page, /^Payments$/);
      await press(page, exactly('amblefordSecondPayment'));
      expect(await page.getByRole('button', { name: /release/i }).count()).toBe(0);
      await page.goto(`${server.address}/payments/${known('amblefordSecondPayment')}/do/release-payment`);
      expect(await heading(page)).toBe('You cannot do this');
      expect(await page.getByText('payment releaser').count()).toBeGreaterThan(0);
    }, patience);

    it('an auditor follows a total of the ledger to the event behind it', async () => {
      const page = await arriveAs(/^Auditor$/);
      await press(page, /^Ledger$/);
      await press(page, /^Paid$/);
      await press(page, /^@\d+/);
      expect(await heading(page)).toMatch(/was paid £/);
      expect(page.url()).toMatch(/\/events\/\d+$/);
    }, patience);

    it('a manager sets what a round is scored on, an officer nominates, and an assessor scores on each criterion', async () => {
      const manager = await arriveAs(/^Programme manager$/);
      await press(manager, /^Programmes$/);
      await press(manager, /^Productivity Experts$/);
      await press(manager, new RegExp(`^2017/18 \\(${known('round2017')}\\)`));
      await press(manager, /^Set criteria/);
      const criteria = async (rows: readonly (readonly [string, string, string])[]): Promise<void> => {
        for (const [index, [code, name, weight]] of rows.entries()) {
          const row = new RegExp(`^Criteria ${index + 1}$`);
          await write(manager, /^Code$/, code, row);
          await write(manager, /^Name$/, name, row);
          await write(manager, /^Weight$/, weight, row);
        }
      };
      await criteria([['savings', 'Savings', '60'], ['reach', 'Reach', '30']]);
      await write(manager, /^Highest score$/, '10');
      await press(manager, /^Set criteria$/);
      expect(await told(manager)).toContain('90 per cent');
      await criteria([['savings', 'Savings', '60'], ['reach', 'Reach', '40']]);
      await press(manager, /^Set criteria$/);
      expect(await told(manager)).toContain('Savings');

      const officer = await arriveAs(/^Programme officer$/);
      await press(officer, /^Programmes$/);
      await press(officer, /^Productivity Experts$/);
      await press(officer, new RegExp(`^2017/18 \\(${known('round2017')}\\)`));
      await press(officer, /^Nominate/);
      await write(officer, /^Organisation$/, known('amblefordCouncil'));
      await write(officer, /^Title$/, 'One front desk');
      await choose(officer, /^Officers$/);
      await press(officer, /^Nominate$/);
      expect(await told(officer)).toMatch(new RegExp(`The application of Ambleford City Council \\(AP-\\d{4}-\\d{3}\\) was entered for round ${known('round2017')}`));
      const application = first(/AP-\d{4}-\d{3}/, await told(officer));

      const assessor = await arriveAs(/^Assessor$/);
      await press(assessor, /applications wait/);
      await press(assessor, new RegExp(`^${application}$`));
      await press(assessor, /^Assess application/);
      expect(await assessor.getByRole('button', { name: /^Add rows/ }).count()).toBe(0);
      await write(assessor, /^Score$/, '11', /^Savings: 60 per cent/);
      await write(assessor, /^Score$/, '5', /^Reach: 40 per cent/);
      await press(assessor, /^Assess application$/);
      expect(await told(assessor)).toContain('10');
      await write(assessor, /^Score$/, '8', /^Savings: 60 per cent/);
      await press(assessor, /^Assess application$/);
      expect(await told(assessor)).toContain('8 for Savings, 5 for Reach');
      expect(await assessor.getByText('68.00 of 100', { exact: false }).count()).toBeGreaterThan(0);
      expect(await assessor.getByRole('button', { name: /^Assess application/ }).count()).toBe(0);
    }, patience);

    it('a saving is validated by somebody other than its claimant, and bases are not added', async () => {
      const officer = await arriveAs(/^Programme officer$/);
      await press(officer, /^Savings$/);
      await press(officer, exactly('saving2017'));
      await press(officer, /^Claim saving/);
      await write(officer, /^Amount/, '1,000,000');
      await write(officer, /^Document/, 'Accounts 2017/18');
      await press(officer, /^Claim saving$/);
      await press(officer, /^Act in another role$/);
      await press(officer, /^Savings validator$/);
      const validate = async (page: Page, accepted: string): Promise<void> => {
        await press(page, /claim.* of savings wait/);
        await press(page, exactly('saving2017'));
        await press(page, /^Validate saving/);
        await write(page, /^Accepted/, accepted);
        await write(page, /^Reason/, 'The rest fell into the next year');
        await press(page, /^Validate saving$/);
      };
      await press(officer, /^Home$/);
      await validate(officer, '900,000');
      expect(await told(officer)).toContain('You claimed this saving, so someone else must validate it');
      expect(await officer.getByRole('textbox', { name: 'Accepted' }).inputValue()).toBe('900,000');

      const validator = await arriveAs(/^Savings validator$/);
      await validate(validator, '900,000');
      expect(await told(validator)).toContain('£900,000.00');

      await press(validator, /^Savings$/);
      await choose(validator, /^Forecast$/);
      await choose(validator, /^Over a lifetime$/);
      await press(validator, /^Show$/);
      expect(await validator.getByText('These figures stand on different bases (forecast, over a lifetime), so they are not added').count()).toBe(1);
    }, patience);
  });
});
