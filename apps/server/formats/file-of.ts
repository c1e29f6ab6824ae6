import type { Download } from '../layout/reply.js';
import type { Visit } from '../visits/visit.js';
import { csvOf, jsonOf, type Sheet } from './sheet.js';

/** The routes of a page's files: its own, with the ending of a format. */
export const filesOf = (page: string): string[] => [`${page}.csv`, `${page}.json`];

/** A sheet in the format that the address asks for by its ending. */
export const fileOf = <Row extends object>({ path }: Pick<Visit, 'path'>, sheet: Sheet<Row>): Download => (path.endsWith('.json') ? jsonOf(sheet) : csvOf(sheet));
