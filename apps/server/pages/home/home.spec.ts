import { openHouse, signedIn, type OpenHouse } from '../../testing/open-house.js';

describe('the home page, for those who apply', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('lists the open rounds that have a form, each by its own page, for whoever may apply and nobody else', async () => {
    const [officer, auditor] = [await signedIn(house, 'programme-officer'), await signedIn(house, 'auditor')];
    const { text } = await officer.get('/');
    const forms = [...text.matchAll(/href="(\/rounds\/RD-\d{4}-\d{3}\/apply)"/g)].map(([, href]) => href ?? '');
    expect(forms).toContain('/rounds/RD-2014-001/apply');
    expect((await officer.get(forms[0] ?? '')).status).toBe(200);
    expect(text).not.toContain('do/submit-application');
    expect((await auditor.get('/')).text).not.toContain('/apply"');
    expect((await officer.get('/?known-at=2016-01-01')).text).not.toContain('/apply"');
  });

  it('an application that is sent again begins with what was sent, with the questions of its form to pick from', async () => {
    const officer = await signedIn(house, 'programme-officer');
    const [, application = ''] = /(AP-\d{4}-\d{3})/.exec((await officer.get('/rounds/RD-2014-001')).text) ?? [];
    const { text } = await officer.get(`/applications/${application}/do/resubmit-application`);
    expect(text).toMatch(/name="title"[^>]*value="[^"]+"/);
    expect(text).toMatch(/name="answers\.0\.question"[^>]*value="[^"]+"/);
    expect(text).toMatch(/<datalist id="answers-0-question-list"><option value="[^"]+">/);
  });
});
