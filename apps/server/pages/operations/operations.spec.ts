import Database from 'better-sqlite3';
import { fileOf } from '#platform/installation';
import { backroomIn } from '../../testing/backroom-in.js';
import { openHouse, signedIn, type OpenHouse } from '../../testing/open-house.js';

describe('the page of operations', () => {
  let house: OpenHouse;
  beforeAll(async () => void (house = await openHouse({ playbooks: 'none' })));
  afterAll(() => house.close());

  it('is for administrators and auditors, and only administrators may do something', async () => {
    await (await signedIn(house, 'programme-officer')).get('/operations').expect(403);
    const auditor = await signedIn(house, 'auditor');
    expect((await auditor.get('/operations').expect(200)).text).not.toContain('Run now');
    await auditor.post('/operations/run').type('form').send({ kind: 'nightly-check' }).expect(403);
    expect((await (await signedIn(house, 'administrator')).get('/operations').expect(200)).text).toContain('Run now');
  });

  it('asks for a check, shows that it waits, and then what came of it', async () => {
    const administrator = await signedIn(house, 'administrator');
    await administrator.post('/operations/run').type('form').send({ kind: 'nightly-check' }).expect(303).expect('location', '/operations?told=asked');
    expect((await administrator.get('/operations?told=asked').expect(200)).text).toMatch(/The job waits for a worker[\s\S]*1 job waiting/);
    house.attend();
    const text = await backroomIn(house, 'nightly-check');
    expect(text.report?.said).toMatch(/are in order/);
    expect((await administrator.get('/operations').expect(200)).text).toMatch(/events, all in order[\s\S]*1 job ended lately/);
  });

  it('shows a job that failed with its reason, and replays or dismisses it once', async () => {
    const administrator = await signedIn(house, 'administrator');
    await administrator.post('/operations/run').type('form').send({ kind: 'rebuild-view', view: 'nonsense' }).expect(303);
    await backroomIn(house, 'rebuild-view', 'failed');
    const page = (await administrator.get('/operations').expect(200)).text;
    expect(page).toMatch(/One job has failed[\s\S]*There is no view nonsense/);
    const [, id = ''] = /name="id" value="([^"]+)"/.exec(page) ?? [];
    await administrator.post('/operations/replay').type('form').send({ id }).expect(303).expect('location', '/operations?told=replayed');
    await backroomIn(house, 'rebuild-view', 'failed');
    await administrator.post('/operations/dismiss').type('form').send({ id }).expect(303).expect('location', '/operations?told=dismissed');
    await administrator.post('/operations/dismiss').type('form').send({ id }).expect(404);
    expect((await administrator.get('/operations').expect(200)).text).toContain('No job has failed for good');
    const { entries } = await house.house.access.read({ size: 10 });
    expect(entries.filter(({ asked }) => /-job$/.test(asked)).map(({ asked, role }) => `${role} ${asked}`)).toEqual(expect.arrayContaining(['administrator replay-job', 'administrator dismiss-job', 'administrator run-job']));
  });

  it('shows how far a view has come that is being made again, and how to look again', async () => {
    const administrator = await signedIn(house, 'administrator');
    expect(await house.house.views.caughtUp()).toBe(true);
    const { head } = await house.house.views.status();
    const books = new Database(fileOf(house.house.addresses.views));
    books.exec("INSERT INTO builds SELECT name, version, 9, 'building', '[]', 1, '', 'nobody runs it', 2 FROM builds WHERE name = 'ledger'");
    const page = (await administrator.get('/operations').expect(200)).text;
    books.exec('DELETE FROM builds WHERE number = 9');
    books.close();
    expect(page).toMatch(new RegExp(`up to date; being made again, @1 of @${head}, ${Math.floor(100 / head)} per cent`));
    expect(page).toMatch(/<a class="govuk-link" href="\/operations">Look again<\/a>/);
    expect((await administrator.get('/operations').expect(200)).text).not.toContain('being made again');
  });

  it('refuses to run what comes of the log', async () => {
    await (await signedIn(house, 'administrator')).post('/operations/run').type('form').send({ kind: 'settle-duty' }).expect(400);
  });
});

describe('journals in the background', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
    house.attend();
  });
  afterAll(() => house.close());

  it('are written once for whoever asked, and fetched by nobody else', async () => {
    const [auditor, manager] = [await signedIn(house, 'auditor'), await signedIn(house, 'programme-manager')];
    for (let turn = 0; turn < 2; turn += 1) await auditor.post('/ledger/exports').type('form').send({ format: 'csv' }).expect(303).expect('location', '/ledger/exports');
    await backroomIn(house, 'export-journal');
    expect(await house.house.backroom.jobs.list({ kind: 'export-journal' })).toHaveLength(1);
    const page = (await auditor.get('/ledger/exports').expect(200)).text;
    const [, href = ''] = /href="(\/ledger\/exports\/file\/[^"]+)"/.exec(page) ?? [];
    const file = await auditor.get(href).expect(200).expect('content-type', /text\/csv/).expect('content-disposition', 'attachment; filename="journal.csv"');
    expect(file.text).toBe((await auditor.get('/ledger/journal.csv').expect(200)).text);
    await manager.get(href).expect(404);
    expect((await manager.get('/ledger/exports').expect(200)).text).toContain('You have not asked for any');
  });

  it('stand at the moment and on the day that are looked at', async () => {
    const auditor = await signedIn(house, 'auditor');
    await auditor.post('/ledger/exports?known-at=2013-03-01&as-of=2012-12-31').type('form').send({ format: 'json' }).expect(303);
    const { id } = await backroomIn(house, 'export-journal', 'done', ({ input }) => input['format'] === 'json');
    const file = await auditor.get(`/ledger/exports/file/${encodeURIComponent(id)}`).expect(200);
    const direct = await auditor.get('/ledger/journal.json?known-at=2013-03-01&as-of=2012-12-31').expect(200);
    expect(JSON.parse(file.text)).toEqual(JSON.parse(direct.text));
  });

  it('are refused in a format that there is not, and to whoever may not read the ledger', async () => {
    await (await signedIn(house, 'auditor')).post('/ledger/exports').type('form').send({ format: 'docx' }).expect(400);
    await (await signedIn(house, 'recipient')).get('/ledger/exports').expect(403);
  });
});
