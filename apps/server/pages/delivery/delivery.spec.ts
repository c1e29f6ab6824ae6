import { deskIn } from '../../testing/desk.js';
import { openHouse, type OpenHouse } from '../../testing/open-house.js';

describe('what a programme delivers, page by page', () => {
  let house: OpenHouse;
  const { as, read } = deskIn(() => house);
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('how many awards are in each phase, and what each waits for', async () => {
    const page = await read('/programmes/ASCE/delivery');
    expect(page).toMatch(/1\. Diagnostic RD-2012-001 with Diagnostic £10,000\.00 44 4 0 2\. Delivery RD-2012-001 with Delivery £0\.00 40 40 4/);
    expect(page).toContain('Implementation plan');
    const csv = (await (await as('auditor')).get('/programmes/ASCE/delivery.csv')).text.split('\r\n');
    expect([csv[0], csv.filter((line) => line.endsWith('Implementation plan')).length]).toEqual(['Award,Round,Recipient,Phase,Since,Comes next,Waits for', 4]);
    expect(await read('/programmes/ASCE/delivery?as-of=2012-03-01')).toMatch(/1\. Diagnostic .* 44 44 0 2\. Delivery .* 0 0 44/);
  });

  it('awards by tag, and nothing committed for years that are only named', async () => {
    expect(await read('/programmes/CATMAN/delivery')).toMatch(/Category Tag Awards Worth Committed corporate services 3 £60,000\.00/);
    expect(await read('/programmes/FUTURE/delivery')).toMatch(
      /No round of the programme goes through phases\..*No later year waits for approval\..*No award is tagged\./,
    );
    expect((await (await as('auditor')).get('/programmes/NOWHERE/delivery')).status).toBe(404);
  });

  it('reports due, received and overdue for a period; a period that is none is said beside its box', async () => {
    expect(await read('/programmes/CATMAN/reports?period=2012-06')).toMatch(
      /Due 8 Received 7 Overdue 1 .*AW-2012-052 Progress report Newcastle City Council Progress report Overdue 5 July 2012/,
    );
    expect(await read('/programmes/CATMAN/reports?period=2012-06&as-of=2012-07-05')).toMatch(/Due 8 Received 7 Overdue 0 .*Not due yet/);
    expect(await read('/programmes/CATMAN/reports')).toMatch(/Due 8 Received 8 .*Case study Waits for an answer/);
    const wrong = await (await as('auditor')).get('/programmes/CATMAN/reports?period=June');
    expect([wrong.status, wrong.text.includes('href="#period"')]).toEqual([400, true]);
    expect(await read('/programmes/FUTURE/reports?period=2012-06')).toContain(
      'No award owed a report for 2012-06. Reports are asked for by the scheme of a round',
    );
  });

  it('milestones against how many were agreed, ratings, decisions and where documents differ', async () => {
    expect(await read('/programmes/KNAV/milestones')).toMatch(/Report Within what was agreed 12 to 15 12 .*DC-2012-\d{3} Improvement Board .* Noted and asked/);
    expect(await read('/programmes/DESIGN/milestones')).toContain('April to June 2017 Design in the Public Sector Amber');
    expect(await read('/programmes/CATMAN/milestones')).toMatch(/over 70 councils; .*70 local authorities/);
  });

  it('what can be done is offered to whoever may do it, with the programme filled in', async () => {
    const of = async (role: string): Promise<readonly string[]> => [
      ...(await (await as(role)).get('/programmes/KNAV/milestones')).text.matchAll(/\/programmes\/KNAV\/do\/([a-z-]+)"/g),
    ].map(([, name]) => name ?? '');
    expect(await of('programme-officer')).toEqual(['reach-milestone', 'plan-milestones', 'report-rating', 'note-discrepancy']);
    expect(await of('secretary')).toContain('record-programme-decision');
    expect(await of('auditor')).toEqual([]);
    const officer = await as('programme-officer');
    expect((await officer.get('/programmes/KNAV/do/reach-milestone')).text).not.toContain('name="programme"');
    const sent = await officer.post('/programmes/KNAV/do/reach-milestone').type('form').send(
      { kind: 'visit', title: 'Visit to Leeds', 'on-day': '1', 'on-month': '2', 'on-year': '2016' },
    );
    expect([sent.status, sent.headers['location']?.split('?')[0]]).toEqual([303, '/programmes/KNAV']);
    expect(await read('/programmes/KNAV/milestones')).toContain('Visit to Leeds Visit 1 February 2016');
  });
});
