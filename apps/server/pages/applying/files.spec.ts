import { readFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import supertest from 'supertest';
import { demonstrationPerson } from '#domain/people';
import { digestOf } from '../../../../libs/platform/kept-files/testing/contract.js';
import { said } from '../../testing/desk.js';
import { openHouse, signedIn, type OpenHouse } from '../../testing/open-house.js';
import { roundWithFiles, type RoundWithFiles } from './testing/round-with-files.js';

const plan = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(270_000, 'plan ')]);
const photo = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(1_000, 7)]);

describe('files that answer an application', () => {
  let house: OpenHouse;
  let [council, spring, autumn] = ['', '', ''];
  let send: RoundWithFiles['send'];
  let officer: RoundWithFiles['officer'];
  beforeAll(async () => {
    house = await openHouse({ playbooks: 'none', allowance: { reading: 1_000, writing: 1_000, signingIn: 1_000 } });
    ({ council, spring, autumn, send, officer } = await roundWithFiles(house));
  }, 60_000);
  afterAll(() => house.close());

  const hiddenIn = (html: string): Record<string, string> =>
    Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
        name,
        value.replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
      ]),
    );
  const kept = async (content: Buffer): Promise<boolean> => (await house.house.files.find([digestOf(content)])).size === 1;

  it('are asked for by a box that takes a file, with what is taken in words', async () => {
    const { text } = await (await officer()).get(`/rounds/${spring}/apply?organisation=${council}`);
    expect(text).toContain('enctype="multipart/form-data"');
    const [box = ''] = /<input[^>]*answers\.plan\.file[^>]*>/.exec(text) ?? [];
    expect(box.replace(/\s+/g, ' ')).toBe(
      '<input class="govuk-file-upload" id="answers-plan" name="answers.plan.file" type="file" aria-describedby="answers-plan-hint" ' +
        'accept=".pdf,.doc,.docx,.odt,.rtf,.txt">',
    );
    expect(said(text)).toContain(
      'As it was adopted. A document (pdf, doc, docx, odt, rtf, txt) of at most 300 kilobytes. Its name is kept for ever, too: leave names',
    );
    expect(said(text)).toContain('A file of any kind of at most 20,000 kilobytes');
    expect(text).not.toContain('SHA-256');
  });

  it('are missed where one must be sent, in one sentence beside the box', async () => {
    const { status, text } = await send({});
    expect(status).toBe(400);
    expect(text).toContain('href="#answers-plan"');
    expect(said(text)).toContain('Choose a file for “The plan of the site”');
    expect(text).toContain('There is room');
  });

  it('are kept over a failed check, and need not be chosen again', async () => {
    const { status, text } = await send({ 'answers.why': '' }, { plan: [plan, ['C:', 'Users', 'jo', 'Site plan “final”.pdf'].join('\\')] });
    expect(status).toBe(400);
    expect(await kept(plan)).toBe(true);
    expect(said(text)).toContain('Site plan “final”.pdf, 264 kilobytes was sent and is kept. Choose another file only to replace it.');
    const hidden = hiddenIn(text);
    expect(hidden).toMatchObject({
      'answers.plan.name': 'Site plan “final”.pdf',
      'answers.plan.digest': digestOf(plan),
      'answers.plan.bytes': String(plan.length),
    });
    const again = await send(hidden);
    expect(again.status).toBe(200);
    expect(said(again.text)).toMatch(/Check the application .* The plan of the site Site plan “final”\.pdf, 264 kilobytes/);
  });

  it.each([
    [
      'is called something else',
      { plan: [Buffer.from('%PDF-1.7 under a strange name'), 'plan.exe'] },
      'plan.exe is not a document. Send one of pdf, doc, docx, odt, rtf, txt',
    ],
    [
      'is something else inside',
      { plan: [Buffer.from('MZ\x90\0this program cannot be run'), 'plan.pdf'] },
      'plan.pdf is called .pdf, and what is in it is something else',
    ],
    ['is too large', { plan: [Buffer.concat([plan, Buffer.alloc(900_000, 'x')]), 'plan.pdf'] }, 'plan.pdf is larger than 300 kilobytes. Choose a smaller file'],
    ['is empty', { plan: [Buffer.alloc(0), 'plan.pdf'] }, 'plan.pdf is empty. Choose another file'],
  ] as const)('are not taken when one %s, and everything else comes back', async (_, files, sentence) => {
    const { status, text } = await send({ 'answers.why': 'Room & more' }, { ...files, photo: [photo, 'quay.png'] });
    expect(status).toBe(400);
    expect(said(text)).toContain(sentence);
    expect(text).toContain('href="#answers-plan"');
    expect(text).toContain('Room &amp; more');
    expect(hiddenIn(text)).toMatchObject({ 'answers.photo.name': 'quay.png', 'answers.photo.digest': digestOf(photo) });
    expect(hiddenIn(text)).not.toHaveProperty(['answers.plan.digest']);
    expect(await kept(files.plan[0])).toBe(false);
  });

  it('are not believed to be there because a form says so', async () => {
    const made = (digest: string, name = 'plan.pdf') => ({ 'answers.plan.name': name, 'answers.plan.digest': digest, 'answers.plan.bytes': '12' });
    const { text } = await send(made('a'.repeat(64)));
    expect(said(text)).toContain('plan.pdf is not kept here. Choose it again');
    await send({}, { photo: [photo, 'quay.png'] });
    expect(said((await send(made(digestOf(photo)))).text)).toContain('plan.pdf is called .pdf, and what is in it is something else');
    expect(hiddenIn((await send(made(digestOf(plan)))).text)).toMatchObject({ 'answers.plan.bytes': String(plan.length) });
  });

  it('are replaced by another, and one that need not be sent is left out again', async () => {
    const first = hiddenIn((await send({ 'answers.why': '' }, { plan: [plan, 'plan.pdf'], photo: [photo, 'quay.png'] })).text);
    const other = Buffer.from('%PDF-1.4 another');
    const second = await send({ ...first, 'answers.why': '', 'answers.photo.left-out': 'yes' }, { plan: [other, 'other.pdf'] });
    expect(hiddenIn(second.text)).toMatchObject({ 'answers.plan.name': 'other.pdf', 'answers.plan.digest': digestOf(other) });
    expect(hiddenIn(second.text)).not.toHaveProperty(['answers.photo.digest']);
    expect(second.text).toContain('name="answers.plan.file"');
  });

  it('bring no more words along than any other form, however many boxes they stand in', async () => {
    const boxes = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`box-${i}`, 'x'.repeat(16_000)]));
    const { status, text } = await send(boxes);
    expect([status, said(text)]).toEqual([413, expect.stringContaining('A form takes up to 300 kB of words')]);
  });

  it('are refused before a byte of them is kept when whoever sends them may not apply', async () => {
    const secret = Buffer.from('%PDF-1.7 of somebody who may not');
    expect((await send({}, { plan: [secret, 'plan.pdf'] }, { as: signedIn(house, 'auditor') })).status).toBe(403);
    const nobody = await send({}, { plan: [secret, 'plan.pdf'] }, { as: Promise.resolve(supertest.agent(house.http)) });
    expect([nobody.status, nobody.headers['location']]).toEqual([303, '/sign-in']);
    expect(await kept(secret)).toBe(false);
  });

  it('leave the words behind when the session has ended, to be sent again after signing in', async () => {
    const agent = await officer();
    const late = Buffer.from('%PDF-1.7 too late');
    await house.house.accounts.endSessionsOf(demonstrationPerson('programme-officer'));
    const came = await send({ 'answers.why': 'Typed slowly' }, { plan: [late, 'plan.pdf'] }, { as: Promise.resolve(agent) });
    expect([came.status, came.headers['location']]).toEqual([303, expect.stringMatching(/^\/sign-in\?back=.*kept/)]);
    expect(await kept(late)).toBe(false);
    const back = decodeURIComponent((came.headers['location'] ?? '').replace('/sign-in?back=', ''));
    await agent.post('/sign-in').type('form').send({ role: 'programme-officer' });
    expect((await agent.get(back)).text).toContain('Typed slowly');
  });

  it('count for nothing when whoever sends them is cut off', async () => {
    await house.app.listen(0, '127.0.0.1');
    const { port } = house.app.getHttpServer().address() as AddressInfo;
    const { headers } = await supertest(house.http).post('/sign-in').type('form').send({ role: 'programme-officer' });
    const cookie = String(headers['set-cookie']).replace(/;.*/, '');
    const part = (name: string, more = '') => `--cut\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
    const about = 'Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: 5000000';
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST /rounds/${spring}/apply HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n${about}\r\n\r\n`,
    );
    socket.write(`${part('organisation')}${council}\r\n${part('answers.other.file', '; filename="large.bin"')}`);
    socket.write(Buffer.alloc(1_000_000, 3));
    const table = (sql: string): number => {
      const database = new Database(join(house.house.folder, 'files.db'), { readonly: true });
      const { of } = database.prepare<[], { of: number }>(sql).get() ?? { of: -1 };
      database.close();
      return of;
    };
    const uploads = 'SELECT count(*) AS of FROM file_uploads';
    for (let turn = 0; turn < 200 && table(uploads) === 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(table(uploads)).toBe(1);
    socket.destroy();
    for (let turn = 0; turn < 200 && table(uploads) > 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect([table(uploads), table('SELECT count(*) AS of FROM file_pieces WHERE upload NOT IN (SELECT upload FROM files)')]).toEqual([0, 0]);
  });

  it('are sent with the application, read on its page by whoever may, and each reading is noted', async () => {
    const page = Buffer.from('<script>alert(1)</script>');
    const words = hiddenIn((await send({}, { plan: [plan, 'Site plan “final”.pdf'], other: [page, 'page.html'] })).text);
    const sent = await (
      await officer()
    )
      .post(`/rounds/${spring}/apply`)
      .type('form')
      .send({ ...words, _checked: 'yes' });
    expect([sent.status, sent.headers['location']]).toEqual([303, expect.stringMatching(/^\/applications\/AP-/)]);
    const [reference = ''] = /AP-\d{4}-\d{3}/.exec(sent.headers['location'] ?? '') ?? [];
    const agent = await signedIn(house, 'auditor');
    const { text } = await agent.get(sent.headers['location'] ?? '');
    expect(text).toContain(`href="/applications/${reference}/files/plan"`);
    expect(text).toContain(digestOf(plan));

    const file = await agent
      .get(`/applications/${reference}/files/plan`)
      .buffer(true)
      .parse((response, done) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => done(null, Buffer.concat(pieces)));
      });
    expect((file.body as Buffer).equals(plan)).toBe(true);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-length': String(plan.length),
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="Site plan _final_.pdf"; filename*=UTF-8''Site%20plan%20%E2%80%9Cfinal%E2%80%9D.pdf`,
      'repr-digest': `sha-256=:${Buffer.from(digestOf(plan), 'hex').toString('base64')}:`,
    });
    const other = await agent.get(`/applications/${reference}/files/other`);
    expect(other.headers).toMatchObject({ 'content-type': 'application/octet-stream', 'content-disposition': expect.stringMatching(/^attachment/) as string });
    const noted = readFileSync(join(house.house.folder, 'access.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .slice(-2)
      .map((line) => JSON.parse(line) as object);
    expect(noted).toEqual(
      ['plan', 'other'].map((question) =>
        expect.objectContaining({
          actor: demonstrationPerson('auditor'),
          role: 'auditor',
          asked: 'fetch-file',
          outcome: 'done',
          because: `${reference} ${question}`,
        }),
      ),
    );
    expect((await (await signedIn(house, 'recipient')).get(`/applications/${reference}/files/plan`)).status).toBe(403);
    for (const none of [`${reference}/files/why`, `${reference}/files/nothing`, 'AP-2012-999/files/plan', 'x/files/plan'])
      expect((await agent.get(`/applications/${none}`)).status).toBe(404);

    const next = (await (await officer()).get(`/rounds/${autumn}/apply?organisation=${council}`)).text;
    expect(said(next)).toContain('Site plan “final”.pdf, 264 kilobytes was sent and is kept');
    expect(hiddenIn(next)).toMatchObject({ 'answers.plan.digest': digestOf(plan) });
  });

  it('are not handed out when a byte of them was changed, and the page says so', async () => {
    const database = new Database(join(house.house.folder, 'files.db'));
    database
      .prepare('UPDATE file_pieces SET content = zeroblob(length(content)) WHERE number = 0 AND upload = (SELECT upload FROM files WHERE digest = ?)')
      .run(digestOf(plan));
    database.close();
    const list = (await (await signedIn(house, 'auditor')).get('/applications')).text;
    const [reference = ''] = /AP-\d{4}-\d{3}/.exec(list) ?? [];
    const { status, text } = await (await signedIn(house, 'auditor')).get(`/applications/${reference}/files/plan`);
    expect(status).toBe(500);
    expect(said(text)).toContain('This file is not as it was sent');
  });
});
