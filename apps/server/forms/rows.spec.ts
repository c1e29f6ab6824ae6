import { openHouse, signedIn, type OpenHouse } from '../testing/open-house.js';

describe('lists in forms, without a script', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  const rowsIn = (html: string, list: string): number => new Set([...html.matchAll(new RegExp(`name="${list}\\.(\\d+)\\.`, 'g'))].map(([, row]) => row)).size;

  it('more rows come by sending the form, which keeps what was typed and does nothing else', async () => {
    const manager = await signedIn(house, 'programme-manager');
    const form = '/rounds/RD-2017-002/do/set-criteria';
    expect(rowsIn((await manager.get(form)).text, 'criteria')).toBe(2);
    const { status, text } = await manager.post(form).type('form').send({ 'criteria.0.code': 'impact', 'criteria._rows': '2', _more: 'criteria', highestScore: '5' });
    expect([status, rowsIn(text, 'criteria')]).toEqual([200, 6]);
    expect(text).toContain('value="impact"');
    expect(text).not.toContain('There is a problem');
    expect((await manager.get('/rounds/RD-2017-002')).text).toContain('No criteria are set');
  });

  it('scores come with a row for each criterion of the round, named with its weight', async () => {
    const assessor = await signedIn(house, 'assessor');
    const { text } = await assessor.get('/applications/AP-2016-031/do/assess-application');
    expect(text).toMatch(/Impact on demand: 40 per cent, from 0 to 10/);
    for (const code of ['impact', 'evidence', 'value']) expect(text).toMatch(new RegExp(`type="hidden" name="scores\\.\\d\\.criterion" value="${code}"`));
    expect(rowsIn(text, 'scores')).toBe(3);
    expect(text).not.toMatch(/Add rows|Leave a row empty/);
  });

  it('a criterion that is left without a score is asked for at its own box', async () => {
    const assessor = await signedIn(house, 'assessor');
    const sent = await assessor.post('/applications/AP-2016-031/do/assess-application').type('form').send({ 'scores.0.criterion': 'impact', 'scores.0.score': '7', 'scores.1.criterion': 'evidence', 'scores.2.criterion': 'value', 'scores.2.score': '3' });
    expect(sent.status).toBe(400);
    expect(sent.text).toMatch(/href="#scores-1-score">Enter score/);
    expect(sent.text).toMatch(/name="scores\.0\.score"[^>]*value="7"/);
  });

  it('an officer nominates from the round’s page, or from home with rounds and organisations to pick from', async () => {
    const officer = await signedIn(house, 'programme-officer');
    expect((await officer.get('/rounds/RD-2017-002')).text).toContain('/rounds/RD-2017-002/do/nominate');
    const { text } = await officer.get('/do/nominate');
    expect(text).toContain('<option value="RD-2017-002">Productivity Experts: 2017/18</option>');
    expect(text).toContain('Ambleford City Council</option>');
    expect((await officer.get('/rounds/RD-2017-002/do/nominate')).text).toContain('Ambleford City Council</option>');
  });

  it('criteria that were set are there to be changed', async () => {
    const manager = await signedIn(house, 'programme-manager');
    const sent = await manager.post('/rounds/RD-2017-002/do/set-criteria').type('form').send({
      'criteria.0.code': 'impact', 'criteria.0.name': 'Impact', 'criteria.0.weight': '100', highestScore: '5',
    });
    expect([sent.status, sent.headers['location']?.split('?')[0]]).toEqual([303, '/rounds/RD-2017-002']);
    const { text } = await manager.get('/rounds/RD-2017-002/do/set-criteria');
    expect(text).toMatch(/value="impact"[\s\S]*value="Impact"[\s\S]*value="100"/);
  });

  it('shares begin with the bodies that bring the match', async () => {
    const officer = await signedIn(house, 'programme-officer');
    const { text } = await officer.get('/awards/AW-2016-046/do/split-match');
    expect(text).toContain('London Borough of Southwark');
    expect(text).toContain('value="15000.00"');
  });
});
