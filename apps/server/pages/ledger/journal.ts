import { Injectable } from '@nestjs/common';
import type { QuestionDeclaration } from '#kernel';
import { readGenesis } from '#platform/event-store';
import { exported, trialBalance } from '#views/ledgers';
import { NoSuchThing } from '../../errors/troubles.js';
import type { Download } from '../../layout/reply.js';
import { Asking } from '../../visits/asking.js';
import { HouseOf } from '../../visits/house-of.js';
import type { Visit } from '../../visits/visit.js';

const types = { csv: 'text/csv; charset=utf-8; header=present', json: 'application/json; charset=utf-8' } as const;

/** The journal as a file, sent as it is read: every page of it as known at one position, whatever is stored meanwhile. */
@Injectable()
export class Journal {
  constructor(
    private readonly asking: Asking,
    private readonly house: HouseOf,
  ) {}

  async download(visit: Visit, format: string, account?: string): Promise<Download> {
    if (format !== 'csv' && format !== 'json') throw new NoSuchThing(`The journal can be had as csv or json, not as ${format}`);
    const { position } = await this.asking.ask(visit, trialBalance, {}); // who may not read it is told so before anything is sent
    const ask = async <Input extends object, Answer, Db>(question: QuestionDeclaration<Input, Answer, Db>, input: object): Promise<Answer> => (await this.asking.ask(visit, question, input, position)).answer;
    const of = { ...(await readGenesis(this.house.store)), position, knownAt: visit.past?.words ?? 'now', ...(account === undefined ? {} : { account }), ...(visit.soOn ? { asOf: visit.soOn.words } : {}) };
    const name = account === undefined ? 'journal' : account.replaceAll(':', '-');
    return { kind: 'download', type: types[format], body: exported(format, of, ask), headers: { 'content-disposition': `attachment; filename="${name}.${format}"` } };
  }
}
