import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { exportKeptDays, exportKind, exportName, exportOf, markAt } from '#attendance';
import { JobsAway, type JobStanding } from '#platform/jobs';
import { isJournalFormat, journalFormats, trialBalance, type JournalFormatName } from '#views/ledgers';
import { BadRequest, NoSuchThing } from '../../errors/troubles.js';
import { wordsOf } from '../../forms/read-form.js';
import { seeOther, template, type Reply, type SeeOther } from '../../layout/reply.js';
import { atInWords } from '../../layout/words.js';
import { Needs } from '../../security/needs.js';
import { Asking } from '../../visits/asking.js';
import { HouseOf } from '../../visits/house-of.js';
import { link, visitOf, type VisitedRequest } from '../../visits/visit.js';
import { sessionOf } from '../account/session-of.js';

interface ExportsModel {
  readonly files: readonly { readonly what: string; readonly asked: string; readonly state: string; readonly href: string | undefined; readonly fetch: string }[];
  readonly formats: readonly { readonly value: string; readonly text: string }[];
  readonly action: string;
  readonly days: number;
  readonly trouble: string | undefined;
}
const exportsPage = template<ExportsModel>('pages/exports/exports.njk');
const formatTexts: Readonly<Record<JournalFormatName, string>> = { csv: 'CSV, for a spreadsheet', json: 'JSON, for programs', journal: 'A journal for hledger and ledger-cli' };
const endings: Readonly<Record<string, string>> = { csv: 'csv', json: 'json', journal: 'journal' };
const shown = 20;

/** Journals that are written in the background: asked for here, and fetched from here by whoever asked. */
@Controller('ledger/exports')
@Needs('ledger:read')
export class ExportsController {
  constructor(
    private readonly house: HouseOf,
    private readonly asking: Asking,
  ) {}

  @Get()
  async list(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const { actor } = sessionOf(visit);
    const { jobs, trouble } = await this.#listed();
    const own = jobs.filter(({ input }) => input['by'] === actor).slice(0, shown);
    return exportsPage('Journals in the background', {
      files: await Promise.all(own.map((job) => this.#shown(job))),
      formats: Object.entries(formatTexts).map(([value, text]) => ({ value, text })),
      action: link(visit, '/ledger/exports'),
      days: exportKeptDays,
      trouble,
    }, { trail: [{ text: 'Ledger', href: '/ledger' }], takesAsOf: true });
  }

  @Post()
  async ask(@Req() request: VisitedRequest, @Body() body: unknown): Promise<SeeOther> {
    const visit = visitOf(request);
    const { actor } = sessionOf(visit);
    const { format = '' } = wordsOf(body);
    if (!isJournalFormat(format)) throw new BadRequest([{ field: 'format', message: `Choose one of ${Object.keys(journalFormats).join(', ')}` }]);
    const { position } = await this.asking.ask(visit, trialBalance, {}); // who may not read it is told so before anything is written
    const { soOn, past } = visit;
    await this.house.backroom.ask(exportOf({ format, position, mark: await markAt(this.house.store, position), by: actor, knownAt: past?.words ?? 'now', ...(soOn ? { asOf: { ...soOn.asOf, words: soOn.words } } : {}) }));
    return seeOther(link(visit, '/ledger/exports'));
  }

  @Get('file/:id')
  async fetch(@Req() request: VisitedRequest, @Param('id') id: string): Promise<Reply> {
    const { actor } = sessionOf(visitOf(request));
    const { jobs, shelf } = this.house.backroom;
    const job = await jobs.find(id);
    const name = exportName(id);
    const [about, body] = job?.input['by'] === actor && job.kind === exportKind.name ? await Promise.all([shelf.find(name), shelf.read(name)]) : [];
    if (!about || !body) throw new NoSuchThing('That file is not there: it is not written yet, it is not yours, or its time is over');
    return { kind: 'download', type: about.type, body, headers: { 'content-disposition': `attachment; filename="journal.${endings[String(job?.input['format'])] ?? 'txt'}"` } };
  }

  async #shown({ id, input, state, offeredAt, progress, error }: JobStanding): Promise<ExportsModel['files'][number]> {
    const file = state === 'done' ? await this.house.backroom.shelf.find(exportName(id)) : undefined;
    const percent = progress && progress.of > 0 ? `, ${Math.floor((100 * progress.done) / progress.of)} per cent` : '';
    const states: Readonly<Record<JobStanding['state'], string>> = {
      waiting: 'waits for its turn', later: `is tried again: ${error ?? ''}`, running: `is being written${percent}`, dismissed: 'was dismissed',
      failed: 'could not be written: whoever runs Tallystick has been told', done: file ? `can be fetched until ${atInWords(file.endsAt)}` : 'is not kept any more',
    };
    const what = `${String(input['format']).toUpperCase()} up to event ${String(input['position'])}${input['asOfWords'] === undefined ? '' : `, as of ${String(input['asOfWords'])}`}`;
    return { what, asked: atInWords(offeredAt), state: states[state], href: file ? `/ledger/exports/file/${encodeURIComponent(id)}` : undefined, fetch: `Fetch the journal as ${what}` };
  }

  /** A queue that is out of reach keeps nobody from reading why. */
  async #listed(): Promise<{ readonly jobs: readonly JobStanding[]; readonly trouble: string | undefined }> {
    try {
      return { jobs: await this.house.backroom.jobs.list({ kind: exportKind.name, limit: 1_000 }), trouble: undefined };
    } catch (fault) {
      if (fault instanceof JobsAway) return { jobs: [], trouble: 'The list of files cannot be reached at the moment. Nothing is lost: look again in a few minutes' };
      throw fault;
    }
  }
}
